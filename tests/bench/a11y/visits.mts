// Which page is looked at as whom, in which language and with how much in it.
import { addressOf, matrix, type Person, type Row } from '../../support/who-sees-what.ts'

export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]
export type Content = 'filled' | 'empty'
export type Visit = { person: Person; route: string; address: string; language: Language; content: Content }

const isFile = /^\/api\/|\/(deck|review-pdf)$/
/** What the empty project does not have yet: a final report, a plan document, a body whose meeting it would be. */
const notYet = /\/(final-report\/.*|plan\/document\/.*|meetings\/new)$/
/** Pages of a project that need nothing but the project: they can be shown of the empty one. */
const showsEmpty = ({ route, at }: Row): boolean =>
  !notYet.test(route) &&
  route.startsWith('/projects/[project]') &&
  route.lastIndexOf('[') === route.indexOf('[') &&
  Object.keys(at).length === 0
/** The empty project belongs to Kainuu. */
const ofEmptyProject: readonly Person[] = ['C', 'D', 'F', 'S', 'T', 'A']

/** A coordinator adds to units of their own only, and has none there. */
const showsTo = (person: Person, { route }: Row): boolean =>
  ofEmptyProject.includes(person) && !(person === 'C' && route.endsWith('/new'))

/**
 * The whole matrix: page × person who may see it × filled or empty × language. In the short form each page and state once in
 * Finnish, and once in one of the other languages in turn, each time as the next of those who may see it.
 */
export function visits(ids: Readonly<Record<string, string>>, short: boolean): Visit[] {
  const pages = matrix
    .filter(({ route }) => !isFile.test(route))
    .flatMap((row) => [
      { row, content: 'filled' as const, ids },
      ...(showsEmpty(row) ? [{ row, content: 'empty' as const, ids: { ...ids, project: 'tyhja' } }] : []),
    ])
  return pages.flatMap(({ row, content, ids: here }, nth) => {
    const people = [...row.seen]
      .map((letter) => letter as Person)
      .filter((person) => content === 'filled' || showsTo(person, row))
    const visit = (person: Person, language: Language): Visit => ({
      ...{ person, language, content },
      route: row.route,
      address: addressOf(row, here),
    })
    if (!short) return people.flatMap((person) => languages.map((language) => visit(person, language)))
    const turn = (step: number) => people[(nth + step) % people.length]
    const [first, second] = [turn(0), turn(1)]
    if (!first || !second) return []
    return [visit(first, 'fi'), visit(second, nth % 2 === 0 ? 'sv' : 'en')]
  })
}
