import { ControlError } from '../../control-error.ts';
import type { ActOutcome, SubmitAct } from '../../platform.ts';
import type { OpenModal, Person } from '../../world.ts';
import type { Json } from '../checks/block-parts.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { SlackError } from '../slack-error.ts';
import { handleOf } from '../wire-user.ts';
import { elementState, stateOf } from './element-state.ts';
import { theModal, thePerson } from './find.ts';
import { interact, isFilled } from './interact.ts';

/** A person submits a modal. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submit(context: SlackContext, act: SubmitAct): Promise<ActOutcome> {
  const person = thePerson(context, act.person);
  const modal = theModal(context, act.modal, act.person);
  if (modal.view.submit === null) throw new ControlError(`Modal ${modal.id} has no submit button.`);
  const blocks = modal.view.blocks as Json[];
  const values = stateOf(blocks, (element) => {
    const given = act.values[String(element.action_id)];
    return given === undefined ? null : elementState(element, typeof given === 'string' ? [given] : given);
  });
  const missing = blocks.find(
    (block) => block.type === 'input' && block.optional !== true && isBlank(block, values),
  );
  if (missing !== undefined) {
    // The client itself keeps the modal open; the app is not asked.
    const errors = { [String(missing.block_id)]: 'Please complete this required field.' };
    return {
      event: '',
      acknowledged: true,
      ackMs: null,
      error: null,
      response: { response_action: 'errors', errors },
    };
  }
  const view = { ...modal.view, state: { values } };
  const outcome = await interact(context, 'interactive', {
    type: 'view_submission',
    ...sender(context, person),
    trigger_id: context.interactions.newTrigger(person.id),
    view,
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  });
  if (!outcome.acknowledged) return outcome;
  try {
    carryOut(context, modal, outcome.response);
    return outcome;
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ...outcome, error: error.code, response: { refused: error.code, ...error.extra } };
  }
}

/** A person closes a modal without submitting; the app is told if it asked for that. */
export async function dismiss(context: SlackContext, act: { person: string; modal: string }): Promise<void> {
  const person = thePerson(context, act.person);
  const modal = theModal(context, act.modal, act.person);
  const isCleared = modal.view.clear_on_close === true;
  context.views.dismiss(modal.id, isCleared);
  context.base.changed('slack', { kind: 'modal', id: modal.id });
  if (modal.view.notify_on_close !== true) return;
  await interact(context, 'interactive', {
    type: 'view_closed',
    ...sender(context, person),
    view: modal.view,
    is_cleared: isCleared,
    is_enterprise_install: false,
    enterprise: null,
  });
}

function sender({ workspace }: SlackContext, person: Person): Json {
  return {
    team: { id: workspace.team().id, domain: fresh.domain },
    user: { id: person.id, username: handleOf(person), name: handleOf(person), team_id: workspace.team().id },
    api_app_id: fresh.appId,
    token: 'sandbox-verification-token',
  };
}

function isBlank(block: Json, values: Json): boolean {
  const states = Object.values((values[String(block.block_id)] ?? {}) as Record<string, Json>);
  return states.every(({ type: _, ...state }) => Object.values(state).every(isNothing));
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** What the acknowledgement asks for; an empty one closes the modal. */
function carryOut(context: SlackContext, modal: OpenModal, response: unknown): void {
  const { response_action: action, view } = isFilled(response)
    ? response
    : { response_action: undefined, view: null };
  switch (action) {
    case undefined:
      context.views.dismiss(modal.id, false);
      break;
    case 'clear':
      context.views.dismiss(modal.id, true);
      break;
    case 'update':
      context.views.update({ id: modal.id }, view);
      break;
    case 'push':
      context.views.push(modal.person, view);
      break;
    case 'errors':
      break;
    default:
      throw new SlackError('invalid_response_action');
  }
  context.base.changed('slack', { kind: 'modal', id: modal.id });
}
