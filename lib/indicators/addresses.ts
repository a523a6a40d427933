import { indicatorAddress, indicatorsAddress } from '@/lib/projects/addresses'

export const newIndicatorAddress = (project: string): string => `${indicatorsAddress(project)}/new`
export const definitionAddress = (project: string, id: string): string => `${indicatorAddress(project, id)}/edit`

/** Where a target is ended; `new` sets another one. */
export function targetAddress(project: string, id: string, targetId: string | 'new'): string {
  return `${indicatorAddress(project, id)}/targets/${targetId}`
}

/** Where a value from elsewhere is replaced; `new` enters another one, `breakdown` one part by part. */
export function valueAddress(project: string, id: string, valueId: string | 'new' | 'breakdown'): string {
  return `${indicatorAddress(project, id)}/values/${valueId}`
}
