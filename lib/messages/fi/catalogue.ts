// One line per catalogue file; the exported name is the namespace. Add a noun by adding its line here in all three languages.

export { default as access } from '@/lib/messages/fi/access.json' with { type: 'json' }
export { default as admin } from '@/lib/messages/fi/admin.json' with { type: 'json' }
export { default as audit } from '@/lib/messages/fi/audit.json' with { type: 'json' }
export { default as charts } from '@/lib/messages/fi/charts.json' with { type: 'json' }
export { default as cli } from '@/lib/messages/fi/cli.json' with { type: 'json' }
export { default as communications } from '@/lib/messages/fi/communications.json' with { type: 'json' }
export { default as crash } from '@/lib/messages/fi/crash.json' with { type: 'json' }
export { default as decisions } from '@/lib/messages/fi/decisions.json' with { type: 'json' }
export { default as errors } from '@/lib/messages/fi/errors.json' with { type: 'json' }
export { default as evidence } from '@/lib/messages/fi/evidence.json' with { type: 'json' }
export { default as finalReport } from '@/lib/messages/fi/final-report.json' with { type: 'json' }
export { default as finance } from '@/lib/messages/fi/finance.json' with { type: 'json' }
export { default as frame } from '@/lib/messages/fi/frame.json' with { type: 'json' }
export { default as indicators } from '@/lib/messages/fi/indicators.json' with { type: 'json' }
export { default as meetings } from '@/lib/messages/fi/meetings.json' with { type: 'json' }
export { default as planChanges } from '@/lib/messages/fi/plan-changes.json' with { type: 'json' }
export { default as projects } from '@/lib/messages/fi/projects.json' with { type: 'json' }
export { default as public } from '@/lib/messages/fi/public.json' with { type: 'json' }
export { default as risks } from '@/lib/messages/fi/risks.json' with { type: 'json' }
export { default as rounds } from '@/lib/messages/fi/rounds.json' with { type: 'json' }
export { default as statusReports } from '@/lib/messages/fi/status-reports.json' with { type: 'json' }
export { default as steering } from '@/lib/messages/fi/steering.json' with { type: 'json' }
export { default as toimintamallit } from '@/lib/messages/fi/toimintamallit.json' with { type: 'json' }
export { default as ui } from '@/lib/messages/fi/ui.json' with { type: 'json' }
export { default as values } from '@/lib/messages/fi/values.json' with { type: 'json' }
export { default as workPackages } from '@/lib/messages/fi/work-packages.json' with { type: 'json' }
