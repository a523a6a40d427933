import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const templatesParts = {
  reportTemplates: {
    table: 'ReportTemplate',
    about: "Templates of the project's documents",
    owner: [],
    unique: [['key']],
    fields: {
      key: 'text',
      name: 'text',
      kind: 'choice DocumentKind = final_report',
      ofCounty: 'county @ownerId',
    },
  },
  reportTemplateVersions: {
    table: 'ReportTemplateVersion',
    about: 'The versions of the templates that the documents were begun with',
    owner: [],
    unique: [['template', 'version']],
    fields: {
      template: 'ref reportTemplates',
      version: 'integer',
      createdAt: 'instant = now',
      publishedAt: 'instant?',
      note: 'text?',
      edits: 'integer = 1',
    },
  },
  reportTemplateSections: {
    table: 'ReportTemplateSection',
    about: "Chapters and questions of a template's version",
    owner: ['version'],
    unique: [['version', 'key']],
    fields: {
      version: 'ref reportTemplateVersions',
      parent: 'ref reportTemplateSections?',
      key: 'text',
      number: 'text?',
      kind: 'choice SectionKind',
      titleFi: 'text',
      titleSv: 'text?',
      promptFi: 'text?',
      promptSv: 'text?',
      sort: 'order',
      showsKey: 'text?',
    },
  },
  reportTemplatePrompts: {
    table: 'ReportTemplatePrompt',
    about: 'What a template asks besides its questions',
    owner: ['version'],
    unique: [['version', 'key']],
    fields: {
      version: 'ref reportTemplateVersions',
      kind: 'choice SectionKind?',
      placeKey: 'text?',
      key: 'text',
      textFi: 'text',
      textSv: 'text?',
      sort: 'order',
    },
  },
} as const satisfies PartDefinitions
