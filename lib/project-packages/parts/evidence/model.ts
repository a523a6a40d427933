import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const evidenceParts = {
  evidence: {
    table: 'Evidence',
    about: 'Evidence (todenneaineisto): a file or an address, and what it shows',
    owner: ['measurement', 'target', 'action', 'purchase', 'decision', 'toimintamalli', 'report'],
    fields: {
      label: 'text',
      url: 'text?',
      file: 'ref files?',
      measurement: 'ref measurements?',
      target: 'ref targets?',
      action: 'ref actions?',
      purchase: 'ref purchases?',
      decision: 'ref decisions?',
      toimintamalli: 'ref toimintamallit?',
      report: 'ref statusReports?',
      path: 'text?',
      createdAt: 'instant = now',
      note: 'text?',
      addedBy: 'person?',
    },
  },
  commentThreads: {
    table: 'CommentThread',
    about: 'Threads of comments on a report or a section',
    owner: ['report', 'section'],
    fields: {
      report: 'ref statusReports?',
      section: 'ref finalReportSections?',
      path: 'text',
      visibility: 'choice CommentVisibility = internal',
      resolvedAt: 'instant?',
      resolvedBy: 'person?',
      createdAt: 'instant = now',
    },
  },
  comments: {
    table: 'Comment',
    about: 'Comments',
    owner: ['thread'],
    fields: {
      thread: 'ref commentThreads',
      author: 'person',
      text: 'text',
      createdAt: 'instant = now',
    },
  },
  commentMentions: {
    table: 'CommentMention',
    about: 'Persons named in comments',
    owner: ['comment'],
    key: ['comment', 'user'],
    fields: {
      comment: 'ref comments',
      user: 'person',
    },
  },
} as const satisfies PartDefinitions
