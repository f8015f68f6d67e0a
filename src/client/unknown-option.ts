/** What to say of an option that there isn't: the one that was meant, where one is near, and all that there are. */
export function unknownOption(name: string, names: readonly string[]): string {
  let [meant, most] = ['', 0.75]
  for (const known of names) {
    const likeness = likenessOf(name.toLowerCase(), known.toLowerCase())
    if (likeness > most) [meant, most] = [known, likeness]
  }
  return `${name} is no option.${meant && ` Did you mean ${meant}?`} There are ${names.join(', ')}`
}

/**
 * How many letters two words share, from 0 to 1, in whatever order. The library that the command line has for this is a
 * tenth of what the whole client weighs.
 */
const likenessOf = (one: string, other: string) =>
  (2 * [...one].filter((letter) => other.includes(letter)).length) / (one.length + other.length)
