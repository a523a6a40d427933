// Templates of final reports in administration.
import { addTemplate, publishVersion } from '@/lib/final-report/templates/commands'
import { addPrompt } from '@/lib/final-report/templates/prompts/commands'
import {
  makeOwnTemplate,
  placeAt,
  type TemplatePlaceOfWork,
  versionNow,
  writtenNow,
} from '@/tests/support/builders/templates'
import type { FormSending, Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const actions = 'app/(portal)/admin/templates/actions.ts'

type Form = Omit<FormSending, 'who' | 'page'>

/** A form of one of the pages of a version being written, sent by the county's administrator. */
const onVersion =
  (
    rest: (at: TemplatePlaceOfWork) => Promise<string> | string,
    form: (at: TemplatePlaceOfWork) => Promise<Form> | Form,
  ) =>
  async () => {
    const at = await makeOwnTemplate()
    const page = `/admin/templates/${at.versionId}${await rest(at)}`
    return { form: { who: at.admin, page, ...(await form(at)) } }
  }

const place = async ({ admin, versionId }: TemplatePlaceOfWork) => (await placeAt(admin, versionId, '4.1')).id

/** The id of one of two prompts of the version. */
async function prompt({ admin, versionId }: TemplatePlaceOfWork): Promise<string> {
  for (const textFi of ['Miten?', 'Miksi?']) {
    const asked = { kind: 'question' as const, placeKey: null }
    must(await addPrompt(admin, { ...(await writtenNow(admin, versionId)), asked, textFi, textSv: null }))
  }
  return (await versionNow(admin, versionId)).prompts[0]?.id ?? ''
}

export const templateRecipes: Recipe[] = [
  {
    of: `${actions}#make`,
    adds: { ReportTemplate: 1, ReportTemplateVersion: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { admin: who } = await makeOwnTemplate()
      return { form: { who, page: '/admin/templates/new', fill: { name: 'Toinen pohja', from: '' } } }
    },
  },
  {
    of: `${actions}#open`,
    adds: { ReportTemplateVersion: 1, ReportTemplateSection: 4, AuditEvent: 1 },
    prepare: async () => {
      const { admin: who, versionId } = await makeOwnTemplate()
      must(await publishVersion(who, { ...(await writtenNow(who, versionId)), note: null }))
      return { form: { who, page: '/admin/templates' } }
    },
  },
  {
    of: `${actions}#describe`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      () => '',
      () => ({ fill: { note: 'Uutta' } }),
    ),
  },
  {
    of: `${actions}#publish`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      () => '/publish',
      () => ({ fill: { note: 'Valmis' } }),
    ),
  },
  {
    of: `${actions}#discard`,
    adds: { ReportTemplate: -1, ReportTemplateVersion: -1, AuditEvent: 1 },
    prepare: async () => {
      const { admin: who } = await makeOwnTemplate()
      const made = must(await addTemplate(who, { name: 'Tyhjä', from: null }))
      return { form: { who, page: `/admin/templates/${made.ok ? made.value.versionId : ''}` } }
    },
  },
  {
    of: `${actions}#putPlace`,
    adds: { ReportTemplateSection: 1, AuditEvent: 1 },
    prepare: onVersion(
      () => '/places/new',
      () => ({ fill: { titleFi: 'Uusi luku' } }),
    ),
  },
  {
    of: `${actions}#changePlace`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      async (at) => `/places/${await place(at)}`,
      () => ({ fill: { titleSv: 'Vad gjordes?' } }),
    ),
  },
  {
    of: `${actions}#shiftPlace`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      () => '',
      async (at) => ({ having: ['placeId', await place(at)], fill: { direction: 'down' } }),
    ),
  },
  {
    of: `${actions}#dropPlace`,
    adds: { ReportTemplateSection: -1, AuditEvent: 1 },
    prepare: onVersion(
      async (at) => `/places/${await place(at)}`,
      () => ({}),
    ),
  },
  {
    of: `${actions}#putPrompt`,
    adds: { ReportTemplatePrompt: 1, AuditEvent: 1 },
    prepare: onVersion(
      () => '/prompts/new',
      () => ({ fill: { asked: 'kind:toimintamalli', textFi: 'Mikä oli uutta?' } }),
    ),
  },
  {
    of: `${actions}#changePrompt`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      async (at) => `/prompts/${await prompt(at)}`,
      () => ({ fill: { textSv: 'Hur?' } }),
    ),
  },
  {
    of: `${actions}#shiftPrompt`,
    adds: { AuditEvent: 1 },
    prepare: onVersion(
      () => '',
      async (at) => ({ having: ['promptId', await prompt(at)], fill: { direction: 'down' } }),
    ),
  },
  {
    of: `${actions}#dropPrompt`,
    adds: { ReportTemplatePrompt: -1, AuditEvent: 1 },
    prepare: onVersion(
      async (at) => `/prompts/${await prompt(at)}`,
      () => ({}),
    ),
  },
]
