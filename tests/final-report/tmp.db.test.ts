import fs from 'node:fs'
import { it } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import { compileReport } from '@/lib/exports/typst/compile'
import { documentData, problemsOf } from '@/lib/final-report/document/model'
import { openReport } from '@/lib/final-report/queries'
import { findProject } from '@/lib/projects/queries'
import { loadDemo } from '@/prisma/seed/demo.mts'
it('x', async () => {
  await loadDemo()
  const v = systemViewer('operator')
  const project = await findProject(v, 'kkk2')
  const open = await openReport(v, project!)
  console.log(problemsOf(open!.document))
  fs.writeFileSync('/tmp/ty/doc.json', JSON.stringify(open!.document, null, 1))
  const t = performance.now()
  const r = compileReport({ document: open!.document, data: JSON.stringify(documentData(open!.document)), createdAt: 1 })
  console.log(performance.now() - t, r.pages, r.replaced, r.pdf.length)
  fs.writeFileSync('/tmp/ty/kkk2.pdf', r.pdf)
}, 120000)
