// One line per catalogue file; the exported name is the namespace. Add a noun by adding its line here in all three languages.

export { default as access } from '@/lib/messages/sv/access.json' with { type: 'json' }
export { default as admin } from '@/lib/messages/sv/admin.json' with { type: 'json' }
export { default as audit } from '@/lib/messages/sv/audit.json' with { type: 'json' }
export { default as charts } from '@/lib/messages/sv/charts.json' with { type: 'json' }
export { default as cli } from '@/lib/messages/sv/cli.json' with { type: 'json' }
export { default as communications } from '@/lib/messages/sv/communications.json' with { type: 'json' }
export { default as crash } from '@/lib/messages/sv/crash.json' with { type: 'json' }
export { default as decisions } from '@/lib/messages/sv/decisions.json' with { type: 'json' }
export { default as errors } from '@/lib/messages/sv/errors.json' with { type: 'json' }
export { default as evidence } from '@/lib/messages/sv/evidence.json' with { type: 'json' }
export { default as finalReport } from '@/lib/messages/sv/final-report.json' with { type: 'json' }
export { default as finance } from '@/lib/messages/sv/finance.json' with { type: 'json' }
export { default as frame } from '@/lib/messages/sv/frame.json' with { type: 'json' }
export { default as indicators } from '@/lib/messages/sv/indicators.json' with { type: 'json' }
export { default as meetings } from '@/lib/messages/sv/meetings.json' with { type: 'json' }
export { default as planChanges } from '@/lib/messages/sv/plan-changes.json' with { type: 'json' }
export { default as projects } from '@/lib/messages/sv/projects.json' with { type: 'json' }
export { default as public } from '@/lib/messages/sv/public.json' with { type: 'json' }
export { default as risks } from '@/lib/messages/sv/risks.json' with { type: 'json' }
export { default as rounds } from '@/lib/messages/sv/rounds.json' with { type: 'json' }
export { default as statusReports } from '@/lib/messages/sv/status-reports.json' with { type: 'json' }
export { default as steering } from '@/lib/messages/sv/steering.json' with { type: 'json' }
export { default as toimintamallit } from '@/lib/messages/sv/toimintamallit.json' with { type: 'json' }
export { default as ui } from '@/lib/messages/sv/ui.json' with { type: 'json' }
export { default as values } from '@/lib/messages/sv/values.json' with { type: 'json' }
export { default as workPackages } from '@/lib/messages/sv/work-packages.json' with { type: 'json' }
