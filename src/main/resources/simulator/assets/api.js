// The simulator's HTTP API.

async function call(method, path, body) {
  const response = await fetch('/simulator/api' + path, {
    method,
    headers: body === undefined ? {} : {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(typeof answer.error === 'string' ? answer.error : `出了点问题（${response.status}）`);
  }
  return answer;
}

const folder = (scene) => (scene.group ? '/groups/' : '/users/') + encodeURIComponent(scene.name);

export const stage = () => call('GET', '/stage');
export const linesAfter = (scene, line) => call('GET', `${folder(scene)}/messages?all=true&after=${line}`);
export const say = (message) => call('POST', '/messages', message);
export const turnClock = (now) => call('PUT', '/clock', {now});
export const reset = () => call('POST', '/reset', {clock: true});
export const demo = (team) => call('POST', '/demo', {team});
