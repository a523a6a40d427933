import 'server-only'
import { inChild } from '@/lib/exports/child'
import type { PictureJob, PictureMade } from '@/lib/exports/pictures/compile'

const drawer = { script: 'lib/exports/pictures/worker.mts', what: 'PNG' }

/**
 * A drawing as a PNG, made in a child process.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function renderPicture(svg: string): Promise<PictureMade> {
  return inChild<PictureJob, PictureMade>(drawer, { svg }, 20)
}
