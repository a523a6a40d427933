export const retentionAddress = '/admin/retention'
export const holdsAddress = `${retentionAddress}/holds`
export const newRuleAddress = `${retentionAddress}/rules/new`

export const ruleAddress = (rule: string): string => `${retentionAddress}/rules/${rule}`

/** A list of destruction: the proposal, and once it is carried out the record. */
export const listAddress = (list: string): string => `${retentionAddress}/lists/${list}`

export const listFileAddress = (list: string, format: string): string => `/api/retention/lists/${list}?format=${format}`

/** What is held of a person, as a file; without a person that of the viewer. */
export function personFileAddress(format: string, person?: string): string {
  return `/api/retention/people/${person ?? 'me'}?format=${format}`
}
