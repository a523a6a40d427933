// Takes project packages into the database of DATABASE_APP_URL and publishes one period of each, with the product's own commands.
// Usage: take-packages.mts <file>=<period> …
import fs from 'node:fs'
import { systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { importPackage } from '@/lib/project-packages/commands'
import { findProject } from '@/lib/projects/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'

const operator = systemViewer('operator')
try {
  for (const argument of process.argv.slice(2)) {
    const [file = '', periodKey = ''] = argument.split('=')
    const taken = await importPackage(operator, { text: fs.readFileSync(file, 'utf8') })
    if (!taken.ok) throw new Error(`${file}: ${JSON.stringify(taken).slice(0, 1_000)}`)
    const project = await findProject(operator, taken.value.key)
    if (!project) throw new Error(`${file}: not found`)
    const published = await publishPeriod(operator, { projectId: project.id, periodKey, note: 'Koe' })
    if (!published.ok) throw new Error(`${file}: ${published.reason}`)
  }
} finally {
  await disconnect()
}
