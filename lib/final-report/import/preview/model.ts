import type { ImportPlan, Placed } from '@/lib/final-report/import/plan/model'
import { holdsText } from '@/lib/final-report/import/plan/model'
import { type Loss, type LossKind, type WrittenSection, writtenWords } from '@/lib/final-report/import/written/model'
import { type FinalReport, type ReportSection, sectionWords } from '@/lib/final-report/model'

/** A heading of the file with what it brings, and where it goes. */
export type PreviewRow = {
  key: string
  level: number
  name: string
  to: Placed['to']
  certainty: Placed['certainty']
  /** The section of the report that takes it, by its name; null for a new one and for none */
  place: string | null
  /** Words that stand there; `shows` when it shows another section's content; null when there is nothing */
  standing: { words: number; shows: boolean } | null
  counts: Counts
}

export type Counts = { words: number; figures: number; tables: number; bound: number; references: number }

export const nameOf = ({ number, title }: { number: string | null; title: string }): string =>
  [number, title].filter(Boolean).join(' ')

export function previewRows(plan: ImportPlan, report: FinalReport): PreviewRow[] {
  const stands = new Map(report.sections.map((section) => [section.id, section]))
  const made = new Map(plan.sections.map((section) => [section.id, section]))
  return plan.placed.map(({ heading, to, id, certainty, bound, references }) => {
    const section = id === null ? undefined : stands.get(id)
    const place = to === 'own' || id === null ? undefined : (section ?? made.get(id))
    return {
      key: heading.key,
      level: heading.level,
      name: nameOf(heading),
      to,
      certainty,
      place: place ? nameOf(place) : null,
      standing: to === 'section' && section ? standingOf(section) : null,
      counts: { ...countsOf(heading), bound, references },
    }
  })
}

function standingOf(section: ReportSection): PreviewRow['standing'] {
  if (!holdsText(section)) return null
  return { words: sectionWords(section), shows: section.showsSectionId !== null && section.blocks.length === 0 }
}

function countsOf(heading: WrittenSection): Omit<Counts, 'bound' | 'references'> {
  const of = (kind: string) => heading.blocks.filter((part) => part.kind === kind).length
  return { words: writtenWords(heading), figures: of('image'), tables: of('table') + of('models') }
}

export function totalOf(rows: readonly PreviewRow[]): Counts {
  const sum = (key: keyof Counts) => rows.reduce((all, { counts }) => all + counts[key], 0)
  return {
    words: sum('words'),
    figures: sum('figures'),
    tables: sum('tables'),
    bound: sum('bound'),
    references: sum('references'),
  }
}

/** Losses of one kind, with the headings they stand under; an empty one is the whole file. */
export type LossGroup = { what: LossKind; count: number; places: string[]; examples: string[] }

export function lossGroups(losses: readonly Loss[]): LossGroup[] {
  const kinds = [...new Set(losses.map(({ what }) => what))]
  return kinds.map((what) => {
    const own = losses.filter((loss) => loss.what === what)
    const texts = own.map(({ text }) => text).filter(Boolean)
    return {
      what,
      count: own.length,
      places: [...new Set(own.map(({ where }) => where))],
      examples: [...new Set(texts)].slice(0, 3),
    }
  })
}

/** The sections as the person sees them, for the form: changed ones are known by it. */
export function seenText(report: FinalReport): string {
  return report.sections.map(({ id, version }) => `${id}:${version}`).join(';')
}
