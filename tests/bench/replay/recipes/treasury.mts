// What the State Treasury is told: supports, payments, beneficial owners, the file of a month.
import { findItem } from '@/lib/finance/treasury/queries'
import { makeTreasury, type TreasuryAt } from '@/tests/support/builders/treasury'
import type { Recipe } from '../recipe.mts'

const treasury = 'app/(portal)/projects/[project]/finance/treasury'

/** A recipe whose form stands on a page under the State Treasury's data. */
function recipe(
  action: string,
  adds: Recipe['adds'],
  page: (at: TreasuryAt) => string | Promise<string>,
  fill: Readonly<Record<string, string>> = {},
  more: Partial<Recipe> = {},
): Recipe {
  return {
    of: `${treasury}/${action}`,
    adds,
    ...more,
    prepare: async () => {
      const at = await makeTreasury()
      const address = `/projects/${at.projectKey}/finance/treasury/${await page(at)}`
      return { form: { who: at.finance, page: address, fill } }
    },
  }
}

const sure = { sure: 'yes' }
const item = ({ itemId }: TreasuryAt) => `items/${itemId}`
const payment = async (at: TreasuryAt) => {
  const found = await findItem(at.finance, at.projectId, at.itemId)
  return `${item(at)}/payments/${found?.payments[0]?.id}`
}
const owner = ({ ownerId }: TreasuryAt) => `owners/${ownerId}`
// The page that is read to send the form hands out a day of birth, which is recorded before the sending.
const audited = { AuditEvent: 1 }

export const treasuryRecipes: Recipe[] = [
  recipe('items/actions.ts#add', { SupportItem: 1, ...audited }, () => 'items/new', {
    name: 'Toinen tuki',
    supportId: 'VN/2/2024',
  }),
  recipe('items/actions.ts#change', audited, (at) => `${item(at)}/edit`, { name: 'Uusi nimi' }),
  recipe(
    'items/actions.ts#remove',
    { SupportItem: -1, SupportPayment: -1, BeneficialOwner: -1, ...audited },
    (at) => `${item(at)}/edit`,
    sure,
  ),
  recipe(
    'items/[item]/payments/actions.ts#add',
    { SupportPayment: 1, ...audited },
    (at) => `${item(at)}/payments/new`,
    { paymentType: 'payment', paidOn: '30.9.2025', amount: '10,50' },
    { repeatable: true },
  ),
  recipe('items/[item]/payments/actions.ts#change', audited, payment, { amount: '7' }),
  recipe('items/[item]/payments/actions.ts#remove', { SupportPayment: -1, ...audited }, payment, sure),
  recipe('owners/actions.ts#add', { BeneficialOwner: 1, ...audited }, ({ itemId }) => `owners/new?item=${itemId}`, {
    firstNames: 'Edunsaaja',
    lastName: 'SUKU-3-MERKKI',
  }),
  recipe('owners/actions.ts#change', audited, owner, { lastName: 'SUKU-4-MERKKI' }),
  recipe('owners/actions.ts#remove', { BeneficialOwner: -1, ...audited }, owner, sure),
  recipe('files/actions.ts#make', { TreasuryFile: 1, ...audited }, () => 'files?month=2025-09'),
]
