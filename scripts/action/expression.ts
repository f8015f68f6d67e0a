/** What expressions of an action can refer to. */
export interface Scope {
  inputs: Record<string, string>
  /** Outputs of the steps that ran, by id. */
  steps: Record<string, Record<string, string>>
}

/** Fills in `${{ … }}`. Knows only inputs and outputs of steps, so that an action that uses more is noticed. */
export const fillIn = (text: string, scope: Scope): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => lookUp(expression.trim(), scope))

/** Whether a condition made of comparisons and `&&` holds. */
export const holds = (condition: string, scope: Scope): boolean =>
  condition.split('&&').every((part) => {
    const [, left = '', operator, right] = /^\s*(\S+)\s*(==|!=)\s*'([^']*)'\s*$/.exec(part) ?? []
    if (!operator) throw new Error(`The condition "${part.trim()}" is none that is known here`)
    return (lookUp(left, scope) === right) === (operator === '==')
  })

function lookUp(expression: string, { inputs, steps }: Scope): string {
  const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? []
  if (input && input in inputs) return inputs[input] ?? ''
  const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? []
  if (step && output) return steps[step]?.[output] ?? ''
  throw new Error(`The expression "${expression}" is none that is known here`)
}
