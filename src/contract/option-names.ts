/** What the options of a check are called in messages. */
export interface OptionNames {
  baseUrl: string
  token: string
  organizationId: string
  otherToken: string
  otherOrganizationId: string
  maxRequests: string
  maxTime: string
  rate: string
  timeout: string
  intrusive: string
}

/** Their names as options of `verify`. A command line has others. */
export const optionNames: OptionNames = {
  baseUrl: 'baseUrl',
  token: 'token',
  organizationId: 'organizationId',
  otherToken: 'otherToken',
  otherOrganizationId: 'otherOrganizationId',
  maxRequests: 'maxRequests',
  maxTime: 'maxTime',
  rate: 'rate',
  timeout: 'timeout',
  intrusive: 'intrusive',
}
