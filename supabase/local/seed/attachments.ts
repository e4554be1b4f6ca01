// What goes with the demo's messages, as rows: pictures with their clean images, and files.
import { demoProjectId } from '../demo.ts';
import type { SeedFile } from './files.ts';
import type { Picture } from './pictures.ts';
import { stableId } from './random.ts';

/** The message that something goes with, and who sent it. */
export type Place = {
  readonly number: number;
  readonly conversation: string;
  readonly message: string;
  /** Of the visitor, or of the member. */
  readonly sender: { readonly visitor: string } | { readonly member: string };
  /** Milliseconds since 1970. */
  readonly at: number;
};

type File = { readonly sha256: string; readonly data: Uint8Array };

function row(id: string, place: Place, ending: string, { data, sha256 }: File) {
  const sender = 'visitor' in place.sender ? place.sender.visitor : place.sender.member;
  return {
    id,
    project_id: demoProjectId,
    visitor_id: 'visitor' in place.sender ? sender : null,
    member_id: 'member' in place.sender ? sender : null,
    conversation_id: place.conversation,
    message_id: place.message,
    state: 'attached',
    path: `${demoProjectId}/${sender}/${id}.${ending}`,
    bytes: data.byteLength,
    sha256,
    idempotency_key: stableId('attachment key', id),
    created_at: new Date(place.at),
  };
}

/** A picture, and its clean image if there are marks to hide. */
export function pictureRows(place: Place, picture: Picture) {
  const id = stableId('attachment', place.number);
  const { width, height, clean } = picture;
  const image = { name: null, content_type: 'image/webp', width, height };
  const whole = {
    ...row(id, place, 'webp', picture),
    ...image,
    annotation: picture.annotation,
    clean_of: null,
  };
  if (clean === null) return [whole];
  const beside = row(stableId('clean image', place.number), place, 'webp', clean);
  return [whole, { ...beside, ...image, annotation: null, clean_of: id }];
}

export function fileRow(place: Place, name: string, file: SeedFile) {
  const ending = name.split('.').at(-1) ?? 'bin';
  return {
    ...row(stableId('file', place.number, name), place, ending, file),
    name,
    content_type: file.contentType,
    width: null,
    height: null,
    annotation: null,
    clean_of: null,
  };
}
