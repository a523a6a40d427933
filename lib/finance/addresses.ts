import { financeAddress, purchasesAddress } from '@/lib/projects/addresses'

export const budgetsAddress = (project: string): string => `${financeAddress(project)}/budgets`
export const newBudgetAddress = (project: string): string => `${budgetsAddress(project)}/new`
export const budgetAddress = (project: string, table: string): string => `${budgetsAddress(project)}/${table}`
export const editBudgetAddress = (project: string, table: string): string => `${budgetAddress(project, table)}/edit`
export const newLineAddress = (project: string, table: string): string => `${budgetAddress(project, table)}/lines/new`
export const lineAddress = (project: string, table: string, line: string): string =>
  `${budgetAddress(project, table)}/lines/${line}`

export const actualsAddress = (project: string): string => `${financeAddress(project)}/actuals`
export const newActualAddress = (project: string): string => `${actualsAddress(project)}/new`
export const actualAddress = (project: string, actual: string): string => `${actualsAddress(project)}/${actual}`
export const pasteAddress = (project: string): string => `${actualsAddress(project)}/paste`
/** The same page with what was pasted there already, to be mended. */
export const pasteAnewAddress = (project: string, paste: string): string => `${pasteAddress(project)}?paste=${paste}`
export const pastePreviewAddress = (project: string, paste: string): string => `${pasteAddress(project)}/${paste}`

export const forecastsAddress = (project: string): string => `${financeAddress(project)}/forecasts`
export const newForecastAddress = (project: string, replaces?: string): string =>
  `${forecastsAddress(project)}/new${replaces ? `?replaces=${replaces}` : ''}`

export const newPurchaseAddress = (project: string): string => `${purchasesAddress(project)}/new`
export const purchaseAddress = (project: string, purchase: string): string => `${purchasesAddress(project)}/${purchase}`
export const editPurchaseAddress = (project: string, purchase: string): string =>
  `${purchaseAddress(project, purchase)}/edit`

export const reservationsAddress = (project: string): string => `${financeAddress(project)}/reservations`
export const newReservationAddress = (project: string): string => `${reservationsAddress(project)}/new`
export const reservationAddress = (project: string, reservation: string): string =>
  `${reservationsAddress(project)}/${reservation}`

/** Where the remarks stand on the page of the finances. */
export const remarksAddress = (project: string): string => `${financeAddress(project)}#remarks`
export const newNoteAddress = (project: string): string => `${financeAddress(project)}/notes/new`
export const noteAddress = (project: string, note: string): string => `${financeAddress(project)}/notes/${note}`

export const fundingAddress = (project: string): string => `${financeAddress(project)}/funding`
