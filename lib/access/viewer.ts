import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { inScope, readInScope, readPublished, type Sql, type Tx } from '@/lib/platform/db'

/** Actors of the product itself; their name stands in the audit log. */
export type SystemActor =
  | 'sign-in'
  | 'operator'
  | 'demo-data'
  | 'health'
  | 'schedule'
  | 'statistics'
  | 'project-package'
  | 'reporting-api'
  | 'public-results'
  | 'retention'

/** For lib/access/session only: turns what the session row says into a Viewer. */
export function mintViewer(fields: { [K in keyof Viewer as K extends symbol ? never : K]: Viewer[K] }): Viewer {
  return fields as Viewer
}

/**
 * A named part of the product that acts without a person, seeing every organisation unless one is given: then the
 * database's own wall holds it to that one too. What it does outside a request is held together in the audit log by an id of
 * its own.
 */
export function systemViewer(
  actor: SystemActor,
  organisationId: string | null = null,
  requestId: string | null = null,
): Viewer {
  return mintViewer({
    kind: 'system',
    name: actor,
    userId: null,
    organisationId,
    organisationName: null,
    scope: organisationId === null ? 'system' : 'county',
    held: [],
    locale: 'fi',
    sessionId: null,
    authenticatedAt: null,
    source: actor === 'operator' ? 'command-line' : actor,
    requestId: requestId ?? randomUUID(),
  })
}

/** The same part of the product seeing one organisation only. @throws for a person: a person has but one. */
export function inOrganisation(viewer: Viewer, organisationId: string): Viewer {
  if (viewer.kind !== 'system') throw new Error('only the product itself goes from organisation to organisation')
  return { ...viewer, organisationId, scope: 'county' }
}

/**
 * Where clause: rows of the viewer's own organisation; everybody's for a system actor that was given none.
 * @throws for a person without an organisation: an empty clause would mean every county
 */
export function organisationOf(viewer: Viewer): { organisationId?: string } {
  if (viewer.organisationId !== null) return { organisationId: viewer.organisationId }
  if (viewer.kind === 'system') return {}
  throw new Error('a person without an organisation')
}

/** One transaction that sees what the viewer may see; every query and command of every noun goes through here. */
export function asViewer<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>, limits?: { seconds?: number }): Promise<T> {
  return inScope({ organisationId: viewer.organisationId, userId: viewer.userId, scope: viewer.scope }, work, limits)
}

/** One read in one statement, seeing what the viewer may see; for what every page asks. See `readInScope` for its limits. */
export function readAsViewer<Row extends object>(viewer: Viewer, read: Sql): Promise<Row[]> {
  return readInScope<Row>({ organisationId: viewer.organisationId, userId: viewer.userId, scope: viewer.scope }, read)
}

/**
 * One read of published rows, each by an id that the primary has just named, seeing what the viewer may see; a replica may
 * answer it. `named`: how many rows there are when all are there. See `readPublished` for what it may be used for.
 */
export function readPublishedAs<Row extends object>(viewer: Viewer, read: Sql, named: number): Promise<Row[]> {
  const { organisationId, userId, scope } = viewer
  return readPublished<Row>({ organisationId, userId, scope }, read, named)
}
