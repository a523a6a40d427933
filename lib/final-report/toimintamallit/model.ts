/** A section of the final report that tells of a toimintamalli. */
export type ToldInSection = {
  sectionId: string
  number: string | null
  title: string
  /** It has the model's own block; otherwise a text of it names the model */
  isOwn: boolean
}
