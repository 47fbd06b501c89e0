import type { PostRequest, RequestPost } from '../answers/stores.ts';
import { DeliveryError } from './delivery-error.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/**
 * Takes what a person caused and everybody sees into the ledger, once per id; posting follows by itself.
 * The delivery ids are made from the request's id.
 */
export function createRequestPost(options: {
  store: Pick<DeliveryStore, 'add'>;
  platforms: () => readonly Platform[];
  clock: () => number;
  added: () => void;
}): RequestPost {
  const { store, platforms, clock, added } = options;

  return async (request) => {
    const platform = platforms().find((each) => isOf(each, request));
    if (!platform)
      throw new DeliveryError('network', `${request.platform} is not connected; try again in a moment.`);
    const { id, message, underDelivery, ...about } = request;
    const deliveries = planMessage(
      { ...about, chain: id, parent: underDelivery },
      message,
      platform.renderer,
    );
    const isNew = await store.add(deliveries, clock());
    if (isNew) added();
    return isNew ? 'stored' : 'known';
  };
}

function isOf(platform: Platform, request: PostRequest): boolean {
  return platform.name === request.platform && platform.workspace === request.workspace;
}
