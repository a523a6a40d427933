/** An owner with the day of birth: only for the page on which it is changed, for those who keep it. */
export type OpenedOwner = {
  id: string
  itemId: string | null
  contractorId: string | null
  firstNames: string
  lastName: string
  bornOn: string | null
  roleFrom: string | null
  version: number
  /** Name of the recipient's support or of the contractor */
  of: string
}
