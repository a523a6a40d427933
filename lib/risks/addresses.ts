import { risksAddress } from '@/lib/projects/addresses'

export const riskAddress = (projectKey: string, riskId: string): string => `${risksAddress(projectKey)}/${riskId}`
export const newRiskAddress = (projectKey: string): string => `${risksAddress(projectKey)}/new`
export const editRiskAddress = (projectKey: string, riskId: string): string => `${riskAddress(projectKey, riskId)}/edit`

/** Where one mitigation of a risk is written; `new` begins another one. */
export function mitigationAddress(projectKey: string, riskId: string, mitigationId: string | 'new'): string {
  return `${riskAddress(projectKey, riskId)}/mitigations/${mitigationId}`
}
