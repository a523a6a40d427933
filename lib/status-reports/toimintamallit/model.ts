/** What one quarterly report tells of a toimintamalli. */
export type ToldInReport = {
  periodKey: string
  unitId: string
  unitTitle: string
  text: string
  /** Only those who make the reports see what is not published yet */
  isPublished: boolean
}
