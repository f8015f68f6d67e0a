import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

/** As https://no-color.org and https://force-color.org ask; otherwise only where the stream is a terminal that can. */
export function wantsColour(stream: { isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  return FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY === true && TERM !== 'dumb'
}

/** Styles text, or leaves it as it is. Later versions of Node would look at the terminal once more by themselves. */
export const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour && text ? styleText(style, text, { validateStream: false }) : text
