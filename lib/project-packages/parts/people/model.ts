import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const peopleParts = {
  people: {
    table: 'User',
    about: 'Persons that rows of the project name: matched by e-mail, otherwise made as accounts that cannot sign in',
    owner: [],
    unique: [['email']],
    fields: {
      email: 'text',
      name: 'text',
    },
  },
  files: {
    table: 'StoredFile',
    about: 'Files with their bytes: attachments, evidence, pictures',
    owner: [],
    fields: {
      name: 'text',
      mediaType: 'text',
      sha256: 'hash bytes',
      bytes: 'bytes',
      uploadedBy: 'person?',
      createdAt: 'instant = now',
    },
  },
  serviceAreas: {
    table: 'ServiceArea',
    about: 'Service areas (palvelualueet) and their units, as far as the project names them',
    owner: [],
    fields: {
      parent: 'ref serviceAreas?',
      name: 'text',
      sort: 'order',
    },
  },
} as const satisfies PartDefinitions
