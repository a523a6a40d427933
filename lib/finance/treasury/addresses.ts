import { editPurchaseAddress, fundingAddress, purchaseAddress } from '@/lib/finance/addresses'
import type { Place } from '@/lib/finance/treasury/files/checks/model'
import type { OwnerOf } from '@/lib/finance/treasury/model'
import { aboutAddress, financeAddress, projectAddress, purchasesAddress } from '@/lib/projects/addresses'

export const treasuryAddress = (project: string): string => `${financeAddress(project)}/treasury`
export const newItemAddress = (project: string): string => `${treasuryAddress(project)}/items/new`
export const itemAddress = (project: string, item: string): string => `${treasuryAddress(project)}/items/${item}`
export const editItemAddress = (project: string, item: string): string => `${itemAddress(project, item)}/edit`
export const newPaymentAddress = (project: string, item: string): string => `${itemAddress(project, item)}/payments/new`
export const paymentAddress = (project: string, item: string, payment: string): string =>
  `${itemAddress(project, item)}/payments/${payment}`

export const newOwnerAddress = (project: string, of: OwnerOf): string =>
  `${treasuryAddress(project)}/owners/new?${new URLSearchParams(of)}`
export const ownerAddress = (project: string, owner: string): string => `${treasuryAddress(project)}/owners/${owner}`

/** The page on which the file of a month is checked and made. */
export const filesAddress = (project: string, month: string | null = null): string =>
  `${treasuryAddress(project)}/files${month === null ? '' : `?month=${month}`}`
/** A made file. */
export const fileAddress = (project: string, file: string, format: string): string =>
  `/api${projectAddress(project)}/treasury/${file}?format=${format}`

/** What the viewer may keep besides what the State Treasury alone is told. */
export type Keeps = { finance: boolean; documents: boolean }

/** Where a finding is mended, at its field; for those who may not, where it can be read. */
export function placeAddress(project: string, place: Place, keeps: Keeps): string {
  const field = 'field' in place && place.field ? `-${place.field}` : ''
  switch (place.kind) {
    case 'items':
      return newItemAddress(project)
    case 'item':
      return place.field ? `${editItemAddress(project, place.item)}#item${field}` : itemAddress(project, place.item)
    case 'new_payment':
      return newPaymentAddress(project, place.item)
    case 'payment':
      return `${paymentAddress(project, place.item, place.payment)}#payment${field}`
    case 'new_owner':
      return newOwnerAddress(project, place.of)
    case 'owner':
      return `${ownerAddress(project, place.owner)}#owner${field}`
    case 'purchases':
      return purchasesAddress(project)
    case 'purchase':
      return keeps.finance
        ? `${editPurchaseAddress(project, place.purchase)}#purchase${field}`
        : purchaseAddress(project, place.purchase)
    case 'documents':
      return keeps.documents ? aboutAddress(project, 'documents') : `${projectAddress(project)}#documents`
    case 'funding':
      return keeps.finance ? fundingAddress(project) : `${financeAddress(project)}#funding`
  }
}

/** Whether the viewer may mend what stands there. */
export function mayMend(place: Place, keeps: Keeps): boolean {
  if (place.kind === 'documents') return keeps.documents
  return keeps.finance || !['purchase', 'purchases', 'funding'].includes(place.kind)
}
