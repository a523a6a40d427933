import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { largestFile } from '@/lib/evidence/files/model'
import { packagesAddress, uploadAddress } from '@/lib/project-packages/addresses'
import { keepUpload } from '@/lib/project-packages/uploads/commands'

const isId = (answer: string): boolean => z.uuid().safeParse(answer).success

/** Takes a package and goes on to what it would come to; after a refusal back to the form. */
export function POST(request: Request): Promise<Response> {
  return takeFile(
    request,
    z.object({}),
    async (viewer, _fields, { name, bytes }) => {
      const kept = await keepUpload(viewer, { name, bytes })
      return kept.ok ? { ok: true, answer: kept.value.id } : kept
    },
    (_fields, answer) => (isId(answer) ? uploadAddress(answer) : `${packagesAddress}?file=${answer}`),
    { largest: largestFile, told: `${packagesAddress}?file=TOO_LARGE` },
  )
}
