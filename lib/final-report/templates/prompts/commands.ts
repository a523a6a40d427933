import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { changeVersion } from '@/lib/final-report/templates/changes/commands'
import type { TemplatePlace, TemplateReason } from '@/lib/final-report/templates/model'
import type {
  movePromptSchema,
  newPromptSchema,
  promptSchema,
  removePromptSchema,
} from '@/lib/final-report/templates/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Answer = Promise<Result<null, TemplateReason>>
type Asked = z.output<typeof newPromptSchema>['asked']

/** Adds a prompt, last of all. Reasons as in `changeVersion`; INVALID when it would be asked in a place that is not there. */
export function addPrompt(viewer: Viewer, input: z.output<typeof newPromptSchema>): Answer {
  const { versionId, version, asked, ...texts } = input
  return changeVersion<null>(viewer, { versionId, version }, ({ places, prompts }) => {
    const fault = faultOf(places, asked)
    if (fault) return fault
    const id = randomUUIDv7()
    return ok({
      value: null,
      change: { data: { change: 'prompt_added', prompt: texts.textFi } },
      write: (tx) =>
        tx.reportTemplatePrompt.create({
          data: { ...texts, ...asked, id, key: id, versionId, sort: prompts.length + 1 },
          select: { id: true },
        }),
    })
  })
}

/** Changes a prompt. Reasons as in `addPrompt`. */
export function editPrompt(viewer: Viewer, input: z.output<typeof promptSchema>): Answer {
  const { versionId, version, promptId, asked, ...texts } = input
  return changeVersion<null>(viewer, { versionId, version }, ({ places, prompts }) => {
    const prompt = prompts.find(({ id }) => id === promptId)
    if (!prompt) return fail('NOT_FOUND')
    const fault = faultOf(places, asked)
    if (fault) return fault
    return ok({
      value: null,
      change: { data: { change: 'prompt_changed', prompt: texts.textFi, before: prompt.textFi } },
      write: (tx) =>
        tx.reportTemplatePrompt.update({
          where: { id: promptId },
          data: { ...texts, ...asked },
          select: { id: true },
        }),
    })
  })
}

/** Asks a prompt before or after the next one asked in the same sections. Reasons as in `changeVersion`. */
export function movePrompt(viewer: Viewer, input: z.output<typeof movePromptSchema>): Answer {
  const { promptId, direction, ...written } = input
  return changeVersion<null>(viewer, written, ({ prompts }) => {
    const prompt = prompts.find(({ id }) => id === promptId)
    if (!prompt) return fail('NOT_FOUND')
    const beside = prompts.filter(({ kind, placeKey }) => kind === prompt.kind && placeKey === prompt.placeKey)
    const other = beside[beside.indexOf(prompt) + (direction === 'up' ? -1 : 1)]
    if (!other) return ok(null)
    const order = prompts.map((one) => (one === prompt ? other : one === other ? prompt : one)).map(({ id }) => id)
    return ok({
      value: null,
      change: { data: { change: 'prompt_moved', prompt: prompt.textFi, direction } },
      write: (tx) => tx.$executeRaw`
        UPDATE "ReportTemplatePrompt" p SET sort = o.sort FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, sort)
        WHERE p.id = o.id AND p.sort <> o.sort`,
    })
  })
}

/** Removes a prompt. Reasons as in `changeVersion`. */
export function removePrompt(viewer: Viewer, input: z.output<typeof removePromptSchema>): Answer {
  const { promptId, ...written } = input
  return changeVersion<null>(viewer, written, ({ prompts }) => {
    const prompt = prompts.find(({ id }) => id === promptId)
    if (!prompt) return fail('NOT_FOUND')
    return ok({
      value: null,
      change: { data: { change: 'prompt_removed', prompt: prompt.textFi } },
      write: (tx) => tx.reportTemplatePrompt.delete({ where: { id: promptId }, select: { id: true } }),
    })
  })
}

function faultOf(places: readonly TemplatePlace[], { placeKey }: Asked) {
  return placeKey !== null && !places.some(({ key }) => key === placeKey)
    ? fail('INVALID', { asked: 'admin.templates.error.choose' })
    : null
}
