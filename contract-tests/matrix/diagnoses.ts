/** The faults whose cause a report says, by the id of the diagnosis. Of every other fault it says none. */
const diagnosed: Record<string, readonly string[]> = {
  redirected: ['redirect-to-slash', 'permanent-redirect', 'not-modified'],
  website: ['html-with-200'],
  enveloped: ['enveloped-in-data', 'enveloped-with-total'],
  'renamed-fields': ['camel-case-fields'],
  'date-form': [
    'epoch-milliseconds',
    'epoch-text',
    'date-only',
    'time-without-zone',
    'time-with-space',
    'time-with-bare-offset',
    'rfc-1123-time',
  ],
  'wrong-type': [
    'text-action-called',
    'list-action-called',
    'number-status',
    'boolean-number-handoff',
    'word-handoff',
    'object-handoff-sentiment',
    'list-meta',
    'number-handoff-sentiment',
    'encoded-meta',
    'number-assignee-id',
    'object-assignee',
    'object-channel',
    'list-classification',
    'number-summary',
  ],
  'counted-from-0': ['page-from-zero', 'explicit-page-from-zero', 'pages-counted-from-zero'],
  'default-direction': ['default-direction-descending'],
  'no-tie-break': ['ties-by-request', 'ties-by-page', 'ties-by-limit', 'ties-by-clock'],
}

/** The ids of the diagnoses that a report on a fault must have. */
export function diagnosesOf(fault: string): string[] {
  const [id] = Object.entries(diagnosed).find(([, faults]) => faults.includes(fault)) ?? []
  if (id !== undefined) return [id]
  return fault.startsWith('wrong-type-') ? ['wrong-type'] : []
}
