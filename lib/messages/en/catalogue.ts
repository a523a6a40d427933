// One line per catalogue file; the exported name is the namespace. Add a noun by adding its line here in all three languages.

export { default as access } from '@/lib/messages/en/access.json' with { type: 'json' }
export { default as admin } from '@/lib/messages/en/admin.json' with { type: 'json' }
export { default as audit } from '@/lib/messages/en/audit.json' with { type: 'json' }
export { default as charts } from '@/lib/messages/en/charts.json' with { type: 'json' }
export { default as cli } from '@/lib/messages/en/cli.json' with { type: 'json' }
export { default as communications } from '@/lib/messages/en/communications.json' with { type: 'json' }
export { default as crash } from '@/lib/messages/en/crash.json' with { type: 'json' }
export { default as decisions } from '@/lib/messages/en/decisions.json' with { type: 'json' }
export { default as errors } from '@/lib/messages/en/errors.json' with { type: 'json' }
export { default as evidence } from '@/lib/messages/en/evidence.json' with { type: 'json' }
export { default as finalReport } from '@/lib/messages/en/final-report.json' with { type: 'json' }
export { default as finance } from '@/lib/messages/en/finance.json' with { type: 'json' }
export { default as frame } from '@/lib/messages/en/frame.json' with { type: 'json' }
export { default as indicators } from '@/lib/messages/en/indicators.json' with { type: 'json' }
export { default as meetings } from '@/lib/messages/en/meetings.json' with { type: 'json' }
export { default as planChanges } from '@/lib/messages/en/plan-changes.json' with { type: 'json' }
export { default as projects } from '@/lib/messages/en/projects.json' with { type: 'json' }
export { default as public } from '@/lib/messages/en/public.json' with { type: 'json' }
export { default as risks } from '@/lib/messages/en/risks.json' with { type: 'json' }
export { default as rounds } from '@/lib/messages/en/rounds.json' with { type: 'json' }
export { default as statusReports } from '@/lib/messages/en/status-reports.json' with { type: 'json' }
export { default as steering } from '@/lib/messages/en/steering.json' with { type: 'json' }
export { default as toimintamallit } from '@/lib/messages/en/toimintamallit.json' with { type: 'json' }
export { default as ui } from '@/lib/messages/en/ui.json' with { type: 'json' }
export { default as values } from '@/lib/messages/en/values.json' with { type: 'json' }
export { default as workPackages } from '@/lib/messages/en/work-packages.json' with { type: 'json' }
