// The project's own page, its register of toimintamallit, and the looks of its county.
import type { Viewer } from '@/lib/access/model'
import { addDocument } from '@/lib/projects/documents/commands'
import { addLink } from '@/lib/projects/links/commands'
import { setLogo } from '@/lib/projects/looks/commands'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import type { FormSending, Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const pages = 'app/(portal)/projects/[project]'
const about = `${pages}/about/actions.ts`
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

type Form = Omit<FormSending, 'who' | 'page'>

/** A form of one of the project's pages, sent by its director. */
const onPage =
  (page: string, form: Form, before: (round: Round) => Promise<unknown> = async () => {}): Recipe['prepare'] =>
  async () => {
    const round = await makeRound()
    await before(round)
    return { form: { who: round.director, page: `/projects/${round.projectKey}/${page}`, ...form } }
  }

const byAdministrator =
  (form: Form, before: (admin: Viewer) => Promise<unknown> = async () => {}): Recipe['prepare'] =>
  async () => {
    const admin = await makePersonIn(await makeRound(), 'admin')
    await before(admin)
    return { form: { who: admin, page: '/admin/looks', ...form } }
  }

const document = { label: 'Päätös', kind: 'plan' as const, datedOn: null, caseNumber: null, url: 'https://a.example/' }
const link = { kind: 'sister' as const, linkedId: null, name: 'Muu hanke', url: null, note: null }

export const projectRecipes: Recipe[] = [
  {
    of: `${about}#saveResults`,
    adds: { AuditEvent: 1 },
    prepare: onPage('about/settings', { having: ['results', 'open'] }),
  },
  {
    of: `${about}#saveBasics`,
    adds: { AuditEvent: 1 },
    prepare: onPage('about', { fill: { description: 'Kuvaus.' } }),
  },
  {
    of: `${about}#saveSettings`,
    adds: { AuditEvent: 1 },
    prepare: onPage('about/settings', { fill: { riskScale: '7' } }),
  },
  {
    of: `${about}#saveRetention`,
    adds: { AuditEvent: 1 },
    prepare: onPage('about', { fill: { until: '31.12.2040', reason: 'Tarkastus.' } }),
  },
  {
    of: `${about}#addLinkedDocument`,
    adds: { ProjectDocument: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('about/documents', { fill: { label: 'Suunnitelma', url: 'https://dokumentit.example/1' } }),
  },
  {
    of: `${about}#takeDocument`,
    adds: { ProjectDocument: -1, AuditEvent: 1 },
    prepare: onPage('about/documents', {}, async ({ director, projectId }) =>
      must(await addDocument(director, { projectId, ...document }, null)),
    ),
  },
  {
    of: 'POST /api/projects/[project]/documents',
    adds: { ProjectDocument: 1, StoredFile: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('about/documents', {
      fill: { label: 'Päätös' },
      file: { field: 'file', name: 'paatos.pdf', bytes: Buffer.from('%PDF-1.7 koe') },
    }),
  },
  {
    of: `${about}#linkProject`,
    adds: { ProjectLink: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('about/links', { fill: { name: 'Naapurin hanke' } }),
  },
  {
    of: `${about}#unlinkProject`,
    adds: { ProjectLink: -1, AuditEvent: 1 },
    prepare: onPage('about/links', {}, async ({ director, projectId }) =>
      must(await addLink(director, { projectId, ...link })),
    ),
  },
  {
    of: `${about}#addAssessment`,
    adds: { DnshRecord: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('about/dnsh', { fill: { text: 'Ei haittaa.', assessedOn: '1.3.2024' } }),
  },
  {
    of: `${about}#sign`,
    adds: { DoubleFundingDeclaration: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('about/declaration', { fill: { sure: 'yes' } }),
  },
  {
    of: `${pages}/toimintamallit/actions.ts#add`,
    adds: { Toimintamalli: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: onPage('toimintamallit/new', { fill: { name: 'Uusi malli' } }),
  },
  {
    of: `${pages}/toimintamallit/actions.ts#edit`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { director: who, projectKey, unit } = await makeRound()
      return {
        form: { who, page: `/projects/${projectKey}/toimintamallit/${unit.modelId}/edit`, fill: { goals: 'Tavoite' } },
      }
    },
  },
  {
    of: 'app/(portal)/admin/looks/actions.ts#saveColours',
    adds: { AuditEvent: 1 },
    prepare: byAdministrator({ fill: { brandColour: '#00357a' } }),
  },
  {
    of: 'app/(portal)/admin/looks/actions.ts#takeLogo',
    adds: { AuditEvent: 1 },
    prepare: byAdministrator({}, async (admin) => {
      const bytes = new Uint8Array(png)
      must(await setLogo(admin, { version: 1, alt: 'Logo', name: 'logo.png', bytes }))
    }),
  },
  {
    of: 'POST /api/county/logo',
    adds: { StoredFile: 1, AuditEvent: 1 },
    prepare: byAdministrator({ fill: { alt: 'Alueen logo' }, file: { field: 'file', name: 'logo.png', bytes: png } }),
  },
]
