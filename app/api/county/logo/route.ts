import { fileAnswer } from '@/app/api/file-answer'
import { takeFile } from '@/app/api/sent-file'
import { currentViewer } from '@/lib/access/session'
import { looksAddress } from '@/lib/projects/addresses'
import { setLogo } from '@/lib/projects/looks/commands'
import { largestLogo } from '@/lib/projects/looks/model'
import { findLogo } from '@/lib/projects/looks/queries'
import { logoSchema } from '@/lib/projects/looks/schema'

const back = (told: Record<string, string>): string => `${looksAddress}?${new URLSearchParams(told)}#logo`

/** Takes the county's logo and goes back to the form, after a refusal with the words that were sent. */
export function POST(request: Request): Promise<Response> {
  return takeFile(
    request,
    logoSchema,
    (viewer, { version, alt }, file) => setLogo(viewer, { version, alt, ...file }),
    ({ alt }, logo) => back(logo === 'added' ? { logo } : { logo, alt }),
    { largest: 10 * largestLogo, told: back({ logo: 'TOO_LARGE' }) },
  )
}

/** The logo for the page where it is set. Its content has been checked to be a picture when it was taken. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const logo = await findLogo(viewer)
  return fileAnswer(logo && { name: 'logo', ...logo }, { shown: true })
}
