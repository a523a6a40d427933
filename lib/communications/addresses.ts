import { communicationsAddress } from '@/lib/projects/addresses'

export const newRowAddress = (projectKey: string): string => `${communicationsAddress(projectKey)}/new`
export const rowAddress = (projectKey: string, rowId: string): string => `${communicationsAddress(projectKey)}/${rowId}`
export const editRowAddress = (projectKey: string, rowId: string): string => `${rowAddress(projectKey, rowId)}/edit`

/** Where one thing of a row is written; `new` begins another one. */
export function itemAddress(projectKey: string, rowId: string, itemId: string | 'new'): string {
  return `${rowAddress(projectKey, rowId)}/items/${itemId}`
}
