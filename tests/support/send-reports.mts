// Sends reports for approval in the demo data of DATABASE_APP_URL, with the commands of the coordinators themselves. Each has
// news since the previous period. Usage: send-reports.mts <how many>
import { asViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { submitReport } from '@/lib/status-reports/commands'
import { demoAccounts } from '@/prisma/seed/demo-accounts'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { fillReport } from '@/tests/support/builders/round'

const news = { 'overall/light': 'red', 'overall/reason': 'Rekrytointi viivästyy.', 'results/text': 'Uusi tulos.' }
const wanted = Number(process.argv[2])
let sent = 0
for (const { email, role, organisation } of demoAccounts) {
  if (role !== 'coordinator' || organisation !== 'kainuu') continue
  const viewer = await viewerOfAccount(email)
  const reports = await asViewer(viewer, (tx) =>
    tx.statusReport.findMany({
      where: {
        state: { in: ['not_started', 'draft'] },
        period: { key: '2025-Q4', project: { key: 'kkk2' } },
        unit: { coordinators: { some: { userId: String(viewer.userId) } } },
      },
      orderBy: { unit: { sort: 'asc' } },
      select: { id: true, version: true },
    }),
  )
  for (const { id: reportId, version } of reports) {
    if (sent === wanted) break
    await fillReport(viewer, reportId, news)
    if ((await submitReport(viewer, { reportId, version })).ok) sent += 1
  }
}
await disconnect()
if (sent < wanted) throw new Error(`only ${sent} of ${wanted} reports could be sent`)
