/** What a part, or the whole project (null), cannot do without: another part, a linked project, or something told in words. */
export type DependencyRow = {
  id: string
  workPackageId: string | null
  neededId: string | null
  linkId: string | null
  text: string | null
  version: number
}
