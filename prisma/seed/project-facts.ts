import type { Prisma } from '@/generated/prisma/client'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

export type FactEntry = { key: string; text?: string | null; data?: Prisma.InputJsonValue; source?: string | null }

/** Facts of a project that have no table of their own. Text that is plain stays text; numbers keep the source's form. */
export function projectFacts(place: Place, topics: Record<string, FactEntry[]>): Rows {
  const entries = Object.entries(topics).flatMap(([topic, facts]) => facts.map((fact) => ({ topic, ...fact })))
  return {
    projectFact: entries.map((fact, sort) => ({
      organisationId: place.organisationId,
      projectId: place.projectId,
      topic: fact.topic,
      key: fact.key,
      text: fact.text ?? null,
      ...(fact.data === undefined ? {} : { data: fact.data }),
      source: fact.source ?? null,
      sort,
    })),
  }
}

/** Entries of an object whose values are texts and numbers. */
export function entriesOf(values: Record<string, string | number>): FactEntry[] {
  return Object.entries(values).map(([key, value]) =>
    typeof value === 'string' ? { key, text: value } : { key, data: value },
  )
}

/** A list of texts under running numbers. */
export function listOf(texts: readonly string[]): FactEntry[] {
  return texts.map((text, index) => ({ key: String(index + 1), text }))
}
