/** That no cost is paid twice, as somebody has signed it. */
export type DeclarationRow = {
  id: string
  text: string
  /** Null for those who may not know names */
  signedName: string | null
  signedRole: string
  signedAt: string
}

/** The one that holds: the newest. The rows come newest first. */
export const holds = (row: DeclarationRow, rows: readonly DeclarationRow[]): boolean => rows[0]?.id === row.id
