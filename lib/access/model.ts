import type { Locale } from '@/lib/platform/locales'

export const roles = ['coordinator', 'director', 'finance', 'steering', 'auditor', 'admin', 'national'] as const
export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** What a session waits for before it opens anything but the way to it: a second factor, or a sign-in with its code. */
export type Awaited = 'factor' | 'code'

/** What a county calls roles, by role and language; what is not there has the product's name. */
export type RoleLabels = Partial<Record<Role, Partial<Record<Locale, string>>>>

/** A role held in one project; without a project it covers the person's whole organisation. */
export type HeldRole = { projectId: string | null; role: Role }

declare const minted: unique symbol

/**
 * Who is looking. Only the session and the named system actors can make one (lib/access/viewer), so a function that
 * takes a Viewer cannot be called without somebody having been recognised.
 */
export type Viewer = {
  readonly [minted]: true
  kind: 'person' | 'system'
  /** person: role label is shown instead of a name in published material; system: the actor's name */
  name: string
  userId: string | null
  organisationId: string | null
  organisationName: string | null
  scope: 'county' | 'national' | 'system'
  held: readonly HeldRole[]
  locale: Locale
  sessionId: string | null
  authenticatedAt: Date | null
  /** When the session ends however much it is used; absent without one */
  sessionEndsAt?: Date
  source: string
  requestId: string | null
  /** What the person's county calls roles; absent where it has renamed none */
  roleLabels?: RoleLabels
  /**
   * What has to be done before anything else may be: a second factor is demanded of the person, who has none, or whose
   * session began before it was switched on. Such a viewer holds no role.
   */
  awaits?: Awaited
}

/** Why somebody was not let in, or an act was not carried out. Each has one sentence in the catalogues. */
export type AccessReason = 'SIGNED_OUT' | 'NOT_ALLOWED' | 'NOT_FOUND'

/** What a role may do in a project. Total: a new capability must say who has it. */
export const capabilities = {
  /** see the project, its structure and registers */
  'project.read': ['coordinator', 'director', 'finance', 'steering', 'auditor', 'admin'],
  /** see reports that are not published yet */
  'report.read': ['coordinator', 'director', 'finance', 'admin'],
  /** write the reports of one's own units */
  'report.write': ['coordinator'],
  /** start a review, return, approve */
  'report.review': ['director'],
  /** write and resolve comments on reports */
  'report.comment': ['coordinator', 'director', 'finance'],
  'period.manage': ['director'],
  'period.publish': ['director'],
  /** read what has been published */
  'steering.read': ['coordinator', 'director', 'finance', 'steering', 'auditor', 'admin'],
  /** keep budget, actuals, forecast, purchases and funding shares */
  'finance.write': ['director', 'finance'],
  /** keep what the State Treasury is told, birth dates of beneficial owners among it; nobody else sees any of it */
  'treasury.write': ['finance', 'admin'],
  /** define indicators, set their targets, enter values that come from elsewhere than reports */
  'indicators.write': ['director', 'finance'],
  /** follow official statistics beside an indicator, take a figure of them as the project's own */
  'statistics.write': ['director', 'finance'],
  /** keep the risk register */
  'risks.write': ['director', 'finance'],
  /** propose a change of the plan */
  'plan_changes.propose': ['coordinator', 'director', 'finance'],
  /** take a proposal up, record its decisions, put it in force, reject it */
  'plan_changes.write': ['director', 'finance'],
  /** keep the plan's schedule, person-months, maturity and dependencies */
  'plan.write': ['director', 'finance'],
  /** keep the communication plan and its log */
  'communications.write': ['coordinator', 'director', 'finance'],
  /** see meetings that are not approved yet, and the names in minutes */
  'meetings.read': ['director', 'finance', 'steering', 'auditor', 'admin'],
  'meetings.write': ['director', 'finance'],
  /** approve minutes */
  'meetings.approve': ['director', 'steering'],
  /** keep the register of toimintamallit; coordinators those of their own units */
  'toimintamallit.write': ['coordinator', 'director', 'finance'],
  /** add and remove evidence of targets, actions, purchases, decisions; coordinators of their own units */
  'evidence.write': ['coordinator', 'director', 'finance'],
  /** keep the project's own page: description, documents, linked projects, DNSH, retention */
  'project.write': ['director', 'admin'],
  /** take a project out as a package with everything in it, and bring one in */
  'project.move': ['admin'],
  /** sign that no cost is paid twice */
  'declaration.sign': ['director'],
  /** see who the project's people are, by name */
  'people.read': ['coordinator', 'director', 'finance', 'auditor', 'admin'],
  /** keep what the county says of itself: contact address, business ID, region of statistics, names of roles */
  'county.manage': ['admin'],
  /** set the county's colours and logo */
  'county.looks': ['admin'],
  /** keep the county's own templates of final reports */
  'templates.write': ['admin'],
  'final_report.read': ['coordinator', 'director', 'finance', 'auditor', 'admin'],
  'final_report.write': ['coordinator', 'director'],
  /** approve, lock and send the final report, open it for a correction */
  'final_report.approve': ['director'],
  'final_report.export': ['coordinator', 'director', 'finance', 'auditor', 'admin'],
  'audit.read': ['director', 'auditor', 'admin'],
  'people.manage': ['admin'],
  /** make and revoke the keys of programs that read the county's figures */
  'api_keys.manage': ['admin'],
  /** see how the services of official statistics are set and what came of them */
  'statistics.state': ['admin'],
  /** keep the rules of keeping, prepare, decide and carry out lists of destruction, lift holds */
  'retention.manage': ['admin'],
  /** keep a project, or a part of it, from being destroyed */
  'retention.hold': ['director', 'admin'],
  /** see how the installation is doing */
  'health.read': ['admin'],
  /** see the mails that wait or could not be sent */
  'mail.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Capability = keyof typeof capabilities

/** What changes nothing. Everything else is a right beyond reading. */
const readings: ReadonlySet<Capability> = new Set<Capability>([
  'project.read',
  'report.read',
  'steering.read',
  'meetings.read',
  'people.read',
  'final_report.read',
  'final_report.export',
  'audit.read',
  'statistics.state',
  'health.read',
  'mail.read',
])

/** Whether a role may do more than read. */
export const writes = (role: Role): boolean =>
  (Object.entries(capabilities) as [Capability, readonly Role[]][]).some(
    ([capability, holders]) => !readings.has(capability) && holders.includes(role),
  )

/** The role by which the viewer may do this in the project, or null. System actors may do everything. */
export function rightTo(viewer: Viewer, capability: Capability, projectId: string | null): string | null {
  if (viewer.kind === 'system') return `system:${viewer.name}`
  const allowed: readonly Role[] = capabilities[capability]
  const held = viewer.held.find((h) => allowed.includes(h.role) && (h.projectId === null || h.projectId === projectId))
  return held?.role ?? null
}

export function can(viewer: Viewer, capability: Capability, projectId: string | null): boolean {
  return rightTo(viewer, capability, projectId) !== null
}

/** How old a sign-in may be for the gravest acts. */
export const recentMinutes = 15

/** Whether a person has shown who they are within 15 minutes, as the gravest acts ask. The product itself always has. */
export function signedInRecently({ kind, authenticatedAt }: Viewer, at: Date): boolean {
  if (kind === 'system') return true
  return authenticatedAt !== null && at.getTime() - authenticatedAt.getTime() <= recentMinutes * 60_000
}
