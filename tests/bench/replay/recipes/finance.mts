// Finances: budgets, actuals, forecasts, purchases, reservations and funding.
import { addActual } from '@/lib/finance/actuals/commands'
import { addBudgetTable } from '@/lib/finance/budgets/commands'
import { addBudgetLine } from '@/lib/finance/budgets/lines/commands'
import { addNote } from '@/lib/finance/notes/commands'
import { keepPaste } from '@/lib/finance/pastes/commands'
import { addPurchase } from '@/lib/finance/purchases/commands'
import { addReservation } from '@/lib/finance/reservations/commands'
import { actualOf, type Finances, lineOf, makeFinances, purchaseOf } from '@/tests/support/builders/finance'
import type { FormSending, Recipe } from '../recipe.mts'

const finance = 'app/(portal)/projects/[project]/finance'

type Sending = { page: string; fill?: FormSending['fill'] }

/** A recipe whose form stands on a page of the project's finances. */
function recipe(
  action: string,
  adds: Recipe['adds'],
  send: (at: Finances) => Sending | Promise<Sending>,
  more: Partial<Recipe> = {},
): Recipe {
  return {
    of: `${finance}/${action}`,
    adds,
    ...more,
    prepare: async () => {
      const at = await makeFinances()
      const { page, fill } = await send(at)
      return { form: { who: at.finance, page: `/projects/${at.projectKey}/finance/${page}`, fill } }
    },
  }
}

const sure = { sure: 'yes' }
function idOf(made: Awaited<ReturnType<typeof addActual>>): string {
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}
const lineAt = async (at: Finances) =>
  `budgets/${at.tableId}/lines/${idOf(await addBudgetLine(at.finance, lineOf(at)))}`
const actualAt = async (at: Finances) => `actuals/${idOf(await addActual(at.finance, actualOf(at)))}`
const purchaseAt = async (at: Finances) => `purchases/${idOf(await addPurchase(at.finance, purchaseOf(at)))}`
const reservation = { investmentId: null, amount: '5', asWritten: null, note: null }
const reservationAt = async (at: Finances) =>
  `reservations/${idOf(await addReservation(at.finance, { ...reservation, projectId: at.projectId }))}`
const noteAt = async ({ finance: who, projectId, first }: Finances) =>
  `notes/${idOf(await addNote(who, { projectId, investmentId: first, text: 'Summat sisältävät arvonlisäveron.' }))}`
const emptyTable = { source: 'Tyhjä', stated: null, statedAsWritten: null }
const pasted = 'Investointi\tSumma\nI1\t100,00\nI2\t5,50'

export const financeRecipes: Recipe[] = [
  recipe(
    'budgets/actions.ts#addTable',
    { BudgetTable: 1, AuditEvent: 1 },
    () => ({
      page: 'budgets/new',
      fill: { source: 'Rahoituspäätös', stated: '1 000,00' },
    }),
    { repeatable: true },
  ),
  recipe('budgets/actions.ts#changeTable', { AuditEvent: 1 }, ({ tableId }) => ({
    page: `budgets/${tableId}/edit`,
    fill: { source: 'Muutettu' },
  })),
  recipe('budgets/actions.ts#removeTable', { BudgetTable: -1, AuditEvent: 1 }, async ({ finance: who, projectId }) => ({
    page: `budgets/${idOf(await addBudgetTable(who, { ...emptyTable, projectId }))}/edit`,
    fill: sure,
  })),
  recipe('budgets/actions.ts#addLine', { BudgetLine: 1, FundingShare: 2, AuditEvent: 1 }, ({ tableId }) => ({
    page: `budgets/${tableId}/lines/new`,
    fill: { title: 'Matkat', amount: '10,50', share_grant: '80', share_own: '20' },
  })),
  recipe('budgets/actions.ts#changeLine', { AuditEvent: 1 }, async (at) => ({
    page: await lineAt(at),
    fill: { amount: '-' },
  })),
  recipe('budgets/actions.ts#removeLine', { BudgetLine: -1, AuditEvent: 1 }, async (at) => ({
    page: await lineAt(at),
    fill: sure,
  })),
  recipe('actuals/actions.ts#add', { Actual: 1, AuditEvent: 1 }, () => ({
    page: 'actuals/new',
    fill: { amount: '1 234,50' },
  })),
  recipe('actuals/actions.ts#change', { AuditEvent: 1 }, async (at) => ({
    page: await actualAt(at),
    fill: { amount: '7' },
  })),
  recipe('actuals/actions.ts#remove', { Actual: -1, AuditEvent: 1 }, async (at) => ({
    page: await actualAt(at),
    fill: sure,
  })),
  recipe('actuals/actions.ts#preview', { ActualPaste: 1, AuditEvent: 1 }, () => ({
    page: 'actuals/paste',
    fill: { text: pasted },
  })),
  recipe('actuals/actions.ts#take', { Actual: 2, AuditEvent: 1 }, async ({ finance: who, projectId }) => ({
    page: `actuals/paste/${idOf(await keepPaste(who, { projectId, periodId: null, text: pasted }))}`,
  })),
  recipe('forecasts/actions.ts#add', { Forecast: 1, AuditEvent: 1 }, () => ({
    page: 'forecasts/new',
    fill: { amount: '900', asOf: '1.10.2025' },
  })),
  recipe('purchases/actions.ts#add', { Purchase: 1, PurchaseContractor: 1, AuditEvent: 1 }, () => ({
    page: 'purchases/new',
    fill: { title: 'Alusta', amount: '10', 'contractors/0/name': 'Tekijä Oy' },
  })),
  recipe('purchases/actions.ts#change', { PurchaseShare: 1, AuditEvent: 1 }, async (at) => ({
    page: `${await purchaseAt(at)}/edit`,
    fill: { title: 'Toinen nimi', 'parts/0/investmentId': at.second },
  })),
  recipe('purchases/actions.ts#remove', { Purchase: -1, AuditEvent: 1 }, async (at) => ({
    page: `${await purchaseAt(at)}/edit`,
    fill: sure,
  })),
  recipe('reservations/actions.ts#add', { Reservation: 1, AuditEvent: 1 }, () => ({
    page: 'reservations/new',
    fill: { asWritten: 'kokonaisvaraus' },
  })),
  recipe('reservations/actions.ts#change', { AuditEvent: 1 }, async (at) => ({
    page: await reservationAt(at),
    fill: { amount: '6' },
  })),
  recipe('reservations/actions.ts#remove', { Reservation: -1, AuditEvent: 1 }, async (at) => ({
    page: await reservationAt(at),
    fill: sure,
  })),
  recipe('notes/actions.ts#add', { FinanceNote: 1, AuditEvent: 1 }, () => ({
    page: 'notes/new',
    fill: { text: 'Luvut ovat arvonlisäverottomia.' },
  })),
  recipe('notes/actions.ts#change', { AuditEvent: 1 }, async (at) => ({
    page: await noteAt(at),
    fill: { text: 'Toinen huomautus.' },
  })),
  recipe('notes/actions.ts#remove', { FinanceNote: -1, AuditEvent: 1 }, async (at) => ({
    page: await noteAt(at),
    fill: sure,
  })),
  recipe('funding/actions.ts#change', { FundingShare: 2, AuditEvent: 1 }, () => ({
    page: 'funding',
    fill: { share_grant: '85', share_own: '15,00' },
  })),
]
