'use server'

import { action } from '@/lib/access/action'
import { type AboutPart, aboutAddress, projectAddress } from '@/lib/projects/addresses'
import { editBasics } from '@/lib/projects/basics/commands'
import { basicsSchema } from '@/lib/projects/basics/schema'
import { signDeclaration } from '@/lib/projects/declarations/commands'
import { declarationSchema } from '@/lib/projects/declarations/schema'
import { recordDnsh } from '@/lib/projects/dnsh/commands'
import { dnshSchema } from '@/lib/projects/dnsh/schema'
import { addDocument, removeDocument } from '@/lib/projects/documents/commands'
import { documentSchema, removeDocumentSchema } from '@/lib/projects/documents/schema'
import { addLink, removeLink } from '@/lib/projects/links/commands'
import { linkSchema, removeLinkSchema } from '@/lib/projects/links/schema'
import { setResults } from '@/lib/projects/results/commands'
import { resultsSchema } from '@/lib/projects/results/schema'
import { setRetention } from '@/lib/projects/retention/commands'
import { retentionSchema } from '@/lib/projects/retention/schema'
import { changeSettings } from '@/lib/projects/settings/commands'
import { changeSettingsSchema } from '@/lib/projects/settings/schema'

type Place = { project: string }
const onProject =
  (part: string) =>
  (_done: unknown, { project }: Place) =>
    `${projectAddress(project)}#${part}`
const onPart =
  (part: AboutPart) =>
  (_done: unknown, { project }: Place) =>
    aboutAddress(project, part)

export const saveBasics = action(basicsSchema, editBasics, onProject('about'))
export const saveSettings = action(changeSettingsSchema, changeSettings, onProject('about'))
export const saveResults = action(resultsSchema, setResults, onPart('settings'))
export const saveRetention = action(retentionSchema, setRetention, onProject('about'))
export const addLinkedDocument = action(
  documentSchema,
  (viewer, input) => addDocument(viewer, input, null),
  onPart('documents'),
)
export const takeDocument = action(removeDocumentSchema, removeDocument, onPart('documents'))
export const linkProject = action(linkSchema, addLink, onPart('links'))
export const unlinkProject = action(removeLinkSchema, removeLink, onPart('links'))
export const addAssessment = action(dnshSchema, recordDnsh, onPart('dnsh'))
export const sign = action(declarationSchema, signDeclaration, onProject('declaration'))
