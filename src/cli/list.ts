import { stderr, stdout } from 'node:process'
import { Command, Option } from 'commander'
import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../index.ts'
import { toLines } from '../text/clean-text.ts'
import { type ChatFlags, chatOptions, environmentHelp, openChat } from './chat-options.ts'
import { painter, wantsColour } from './colour.ts'
import { breakLines, countBreaks, refuseBreaks } from './contract-breaks.ts'
import { exitCodes } from './exit-codes.ts'
import { addFilterOptions } from './filters.ts'
import { type FormatName, formatNames, formats } from './formats/index.ts'
import { writeItem } from './formats/write-item.ts'
import { limitOption, numberWithin, oneOf, sortOptions } from './options.ts'
import { showProgress } from './progress.ts'
import { createRetryNotice } from './retry-notice.ts'
import { print } from './standard-output.ts'
import { renderConversations } from './table/conversation-table.ts'
import { terminalWidth } from './text/terminal-width.ts'

const { parameters } = operations.listConversations

type Output = 'table' | FormatName

const outputs: readonly Output[] = ['table', ...formatNames]

interface ListFlags extends ChatFlags {
  page: number
  limit: number
  sortBy: string
  sortDirection: (typeof parameters.sortDirection.allowed)[number]
  output: Output
}

export function listCommand(onExit: (code: number) => void): Command {
  const command = new Command('list').description('Shows one page of conversations.').addHelpText('after', help)
  const options = [
    new Option('--page <number>', 'which page to show')
      .argParser(numberWithin(parameters.page))
      .default(parameters.page.default),
    limitOption(parameters.limit.default),
    ...sortOptions(),
    new Option('--output <form>', `how: ${outputs.join(', ')}`).argParser(oneOf(outputs)).default('table'),
    ...chatOptions(),
  ]
  for (const option of options) command.addOption(option)
  const filtersOf = addFilterOptions(command)
  return command.action(async (flags: ListFlags) => {
    const { page, limit, sortBy, sortDirection, output, strict } = flags
    const line = showProgress()
    const tellRetry = createRetryNotice(line)
    const { chat, organization } = openChat(flags, (retry) => tellRetry(retry, 'waiting for the page'))
    const conversations = await chat
      .listConversations(organization, { ...filtersOf(), page, limit, sortBy, sortDirection })
      .finally(line.clear)
    if (strict) refuseBreaks(conversations, page)
    await print(render(conversations, output, page))
    if (conversations.length === 0) stderr.write(emptyLine(page))
    else if (output === 'table' && stderr.isTTY) stderr.write(nextLine(conversations.length, page))
    stderr.write(breakLines(countBreaks(conversations)))
    onExit(exitCodes.done)
  })
}

function render(conversations: readonly Conversation[], output: Output, page: number): string {
  if (output === 'table') {
    const { length } = conversations
    return length > 0 ? renderConversations(conversations, terminalWidth(stdout), painter(wantsColour(stdout))) : ''
  }
  const format = formats[output]
  const items = conversations.map((conversation, index) => writeItem(format, conversation, index === 0, page))
  const text = `${format.open}${items.join('')}${format.close(conversations.length)}`
  // JSON is harmless by its own escapes.
  return output === 'csv' && stdout.isTTY ? toLines(text) : text
}

const emptyLine = (page: number) =>
  page === parameters.page.default
    ? 'The organization has no conversations.\n'
    : `Page ${page} is empty: the conversations end before it.\n`

const nextLine = (count: number, page: number) =>
  `${count} conversation${count === 1 ? '' : 's'} on page ${page}. For more: --page ${page + 1}\n`

const help = `
${environmentHelp}

A table is as wide as the terminal, or as COLUMNS says; its colours follow
NO_COLOR and FORCE_COLOR. The other forms of output hold whole values.

What breaks the contract is shown as it came, and counted at the end; --strict
refuses it.

Exit codes: 0 done, 1 failed, 2 could not start.

Examples:
  opencopilot-chat list
  opencopilot-chat list --limit 50 --sort-by total_messages --sort-direction DESC
  opencopilot-chat list --page 3 --output ndjson | jq -r .id
  opencopilot-chat list --output csv > page.csv`
