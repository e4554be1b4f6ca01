import { addressToTell } from '../../form/address.ts';

/** The address of the page, without what is nobody's business; nothing for pages that have none on the web. */
export const placeOfPage = (): { pageUrl?: string } =>
  /^https?:$/.test(location.protocol) ? { pageUrl: addressToTell(location.href) } : {};
