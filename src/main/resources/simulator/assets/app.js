// The simulator's page: who speaks where, what was said, what time it is.

import * as api from './api.js';
import * as time from './time.js';
import {$, ask, element, hush, message, scene, separator, speakerOptions, toast} from './view.js';

const FIRST_GROUP = '一组';
const FIRST_PEOPLE = ['张敏', '李强'];
const EXAMPLES = ['日报 意向12 签单2 回款3.5万', '排名', '我的', '谁没报', '撤销', '帮助'];

const state = {
  now: null,             // simulated instant at `seenAt`
  seenAt: 0,
  scenes: [],            // from the server
  localGroups: [],       // made here, nobody has spoken yet
  localPeople: new Map(), // group -> people who have not spoken yet
  current: {name: FIRST_GROUP, group: true},
  back: FIRST_GROUP,     // the group to return to from a private chat
  speakers: new Map(),   // group -> user
  read: new Map(),       // scene key -> last line seen
  shown: 0,              // last line on screen
  shownDay: '',
  generation: 0,         // grows when another conversation is opened
  busy: false,
};

const key = (s) => (s.group ? 'g|' : 'p|') + s.name;
const find = (s) => state.scenes.find((other) => key(other) === key(s));
const now = () => state.now + (Date.now() - state.seenAt);

// ---- people and groups

function groups() {
  const known = state.scenes.filter((s) => s.group);
  const local = state.localGroups.filter((name) => !known.some((s) => s.name === name));
  const all = [...known, ...local.map((name) => ({name, group: true, lines: 0, people: []}))];
  return all.length ? all : [{name: FIRST_GROUP, group: true, lines: 0, people: []}];
}

function people(groupName) {
  const known = (groups().find((s) => s.name === groupName) || {people: []}).people;
  const local = state.localPeople.get(groupName) || [];
  const all = [...known];
  const fresh = known.length ? local : [...FIRST_PEOPLE, ...local];
  const suggested = known.length === 1 ? [...FIRST_PEOPLE, ...local] : fresh;
  for (const name of suggested) {
    if (!all.some((person) => person.user === name || person.name === name)) {
      all.push({user: name, name, access: '', position: '', unit: ''});
    }
  }
  return all;
}

function personNamed(user) {
  for (const s of groups()) {
    const person = people(s.name).find((p) => p.user === user);
    if (person) {
      return person.name;
    }
  }
  return user;
}

function speaker() {
  if (!state.current.group) {
    return {user: state.current.name, name: personNamed(state.current.name)};
  }
  const all = people(state.current.name);
  return all.find((p) => p.user === state.speakers.get(state.current.name)) || all[0];
}

// ---- drawing

/** Redraws only what changed, so that an open list or a focus survives the next poll. */
function redraw(id, fingerprint, draw) {
  const box = $(id);
  const text = JSON.stringify(fingerprint);
  if (box.dataset.drawn !== text) {
    box.dataset.drawn = text;
    draw(box);
  }
}

function drawScenes() {
  const groupList = groups();
  const privates = state.scenes.filter((s) => !s.group);
  if (!state.current.group && !privates.some((s) => s.name === state.current.name)) {
    privates.push({...state.current, lines: 0});
  }
  const unread = (s) => Math.max(0, s.lines - (state.read.get(key(s)) ?? s.lines));
  const row = (s) => {
    const title = s.group ? s.name : personNamed(s.name);
    const subtitle = !s.group ? '私聊' : s.people.length ? `${s.people.length}人` : '还没人说话';
    return [s, title, subtitle, key(s) === key(state.current), unread(s)];
  };
  const draw = (list) => (box) => box.replaceChildren(
      ...list.map((s) => scene(...row(s), () => open(s))));
  redraw('groups', groupList.map(row), draw(groupList));
  redraw('privates', privates.map(row), draw(privates));
  $('privates').classList.toggle('empty', privates.length === 0);
}

function drawSpeakers() {
  const inGroup = state.current.group;
  const all = inGroup ? people(state.current.name) : [speaker()];
  const chosen = speaker().user;
  redraw('speaker', [all, chosen], (box) => {
    box.replaceChildren(...speakerOptions(all, chosen));
  });
  $('speaker').disabled = !inGroup;
  $('add-person').hidden = !inGroup;
  $('private').setAttribute('aria-pressed', String(!inGroup));
  $('private').textContent = inGroup ? '私聊机器人' : '← 回到群里';
}

function drawHead() {
  const s = find(state.current) || state.current;
  $('chat-title').textContent = s.group ? s.name : `${personNamed(s.name)} ↔ 旬榜`;
  const count = s.group && s.people ? s.people.length : 0;
  $('chat-note').textContent = s.group ? (count ? `${count}人 · 机器人已在群里` : '新群 · 机器人已在群里') : '私聊，只有本人看得到';
}

function drawClock() {
  if (state.now !== null) {
    $('clock-text').textContent = `${time.dayText(now())} ${time.timeText(now())}`;
  }
}

function drawGuide() {
  let closed = false;
  try {
    closed = localStorage.getItem('guide') === 'closed';
  } catch { /* storage may be off */ }
  $('guide').hidden = closed || !state.current.group;
}

function setGuide(openIt) {
  try {
    localStorage.setItem('guide', openIt ? 'open' : 'closed');
  } catch { /* storage may be off */ }
  drawGuide();
  if (openIt) {
    $('stream').scrollTop = 0;
  }
}

function nearEnd() {
  const stream = $('stream');
  return stream.scrollHeight - stream.scrollTop - stream.clientHeight < 120;
}

function append(lines) {
  const me = speaker().user;
  const opening = state.shown === 0;
  const follow = nearEnd() || opening;
  for (const line of lines) {
    if (line.line <= state.shown) {
      continue;
    }
    const instant = Date.parse(line.at);
    const day = time.dayText(instant);
    if (day !== state.shownDay) {
      $('messages').append(separator(instant));
      state.shownDay = day;
    }
    const name = line.from === 'bot' ? '旬榜' : personNamed(line.from);
    const item = message(line, name === line.from ? line.fromName : name, line.from === me);
    item.dataset.from = line.from;
    $('messages').append(item);
    state.shown = line.line;
  }
  state.read.set(key(state.current), state.shown);
  if (follow && lines.length) {
    $('stream').scrollTo({top: readingPlace(), behavior: opening ? 'instant' : 'smooth'});
  }
}

/** The end, or the beginning of a last message that is taller than the screen. */
function readingPlace() {
  const stream = $('stream');
  const last = $('messages').lastElementChild;
  const top = stream.scrollTop + last.getBoundingClientRect().top - stream.getBoundingClientRect().top - 12;
  return last.offsetHeight > stream.clientHeight ? top : stream.scrollHeight;
}

/** The speaker's own lines stand on the right. */
function turnSides() {
  const me = speaker().user;
  for (const item of $('messages').querySelectorAll('.msg:not(.bot)')) {
    item.classList.toggle('own', item.dataset.from === me);
    item.classList.toggle('other', item.dataset.from !== me);
  }
}

// ---- doing

async function refresh() {
  const generation = state.generation;
  const stage = await api.stage();
  state.now = Date.parse(stage.now);
  state.seenAt = Date.now();
  state.scenes = stage.scenes;
  document.body.classList.toggle('real-time', !stage.turnable);
  for (const s of state.scenes) {
    if (!state.read.has(key(s))) {
      state.read.set(key(s), s.lines);
    }
  }
  const s = find(state.current);
  if (s && s.lines > state.shown) {
    const lines = await api.linesAfter(s, state.shown);
    if (generation !== state.generation) {
      return;
    }
    append(lines);
  }
  drawAll();
}

function drawAll() {
  drawScenes();
  drawSpeakers();
  drawHead();
  drawClock();
}

function open(s) {
  state.current = {name: s.name, group: s.group};
  if (s.group) {
    state.back = s.name;
  }
  state.generation++;
  state.shown = 0;
  state.shownDay = '';
  $('messages').replaceChildren();
  showSidebar(false);
  drawGuide();
  drawAll();
  quietly(refresh);
  if (matchMedia('(min-width: 761px)').matches) {
    $('text').focus();
  }
}

async function say(text) {
  const said = text.trim();
  if (!said) {
    return;
  }
  const who = speaker();
  const place = state.current;
  const body = {user: who.user, name: who.name, text: said, messageId: crypto.randomUUID()};
  if (place.group) {
    state.speakers.set(place.name, who.user);
    body.group = place.name;
  } else {
    body.private = true;
  }
  $('stream').scrollTop = $('stream').scrollHeight;
  $('send').disabled = true;
  try {
    await api.say(body);
  } finally {
    $('send').disabled = false;
    await refresh();
  }
}

/** The guide's lines belong to somebody; where that person is not around, whoever is chosen says them. */
function speakAs(name) {
  const person = name && state.current.group && people(state.current.name).find((p) => p.name === name);
  if (person) {
    state.speakers.set(state.current.name, person.user);
    drawSpeakers();
    turnSides();
  }
}

async function turn(target) {
  if (target <= now()) {
    toast('时间只能往前走', true);
    return;
  }
  await working('时间快进中…', async () => {
    const before = state.shown;
    await api.turnClock(time.iso(target));
    await refresh();
    if (state.shown === before) {
      toast(`到了 ${time.dayText(now())} ${time.timeText(now())}，这期间群里没有新消息`);
    }
  });
}

async function working(text, work) {
  if (state.busy) {
    return;
  }
  state.busy = true;
  document.body.classList.add('working');
  toast(text);
  try {
    await work();
  } finally {
    state.busy = false;
    hush(text);
    document.body.classList.remove('working');
  }
}

async function loadDemo(team) {
  await working(`正在请${team}的同事进群…`, async () => {
    const loaded = await api.demo(team);
    await refresh();
    setGuide(false);
    open({name: loaded.group, group: true});
    toast(`${loaded.group}到齐：${loaded.people}人，上一旬和本旬的数已经报好`);
  });
}

async function resetAll() {
  if (await ask('全部重来？', '模拟的团队、成员、数据和聊天记录都会删掉。') === null) {
    return;
  }
  await working('正在重置…', async () => {
    await api.reset();
    state.localGroups = [];
    state.localPeople.clear();
    state.speakers.clear();
    state.read.clear();
    setGuide(true);
    open({name: FIRST_GROUP, group: true});
    toast('已经清空，可以重新开始');
  });
}

async function addGroup() {
  const name = await ask('新建群', '机器人已经在群里；第一个说话的人就是这个群的经理。', '群名，例如 二组');
  if (name !== null) {
    state.localGroups.push(name);
    open({name, group: true});
  }
}

async function addPerson() {
  const name = await ask('新同事', '说第一句话时自动登记进团队。', '姓名，例如 王芳');
  if (name !== null) {
    const group = state.current.name;
    state.localPeople.set(group, [...(state.localPeople.get(group) || []), name]);
    const person = people(group).find((p) => p.name === name || p.user === name);
    state.speakers.set(group, person.user);
    drawAll();
    turnSides();
  }
}

function togglePrivate() {
  open(state.current.group
    ? {name: speaker().user, group: false}
    : {name: state.back, group: true});
}

function showSidebar(visible) {
  document.body.classList.toggle('side-open', visible);
  $('shade').hidden = !visible;
  $('menu').setAttribute('aria-expanded', String(visible));
}

/** Runs `work`; what goes wrong is told, not thrown. */
async function quietly(work) {
  try {
    await work();
    document.body.classList.remove('offline');
  } catch (failure) {
    const offline = failure instanceof TypeError;
    if (!offline || !document.body.classList.contains('offline')) {
      toast(offline ? '连不上服务，正在重试…' : failure.message, true);
    }
    document.body.classList.toggle('offline', offline);
  }
}

// ---- wiring

function grow() {
  const box = $('text');
  box.style.height = 'auto';
  const border = box.offsetHeight - box.clientHeight;
  box.style.height = Math.min(box.scrollHeight + border, 140) + 'px';
}

function submit() {
  const text = $('text').value;
  $('text').value = '';
  grow();
  quietly(() => say(text));
}

const click = (id, work) => $(id).addEventListener('click', () => quietly(work));

function wire() {
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  $('text').addEventListener('input', grow);
  $('text').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  $('speaker').addEventListener('change', () => {
    state.speakers.set(state.current.name, $('speaker').value);
    turnSides();
  });
  $('chips').append(...EXAMPLES.map((text) => {
    const chip = element('button', 'chip', text);
    chip.type = 'button';
    chip.dataset.say = text;
    return chip;
  }));
  document.addEventListener('click', (event) => {
    const chip = event.target.closest('[data-say]');
    const forward = event.target.closest('[data-forward]');
    if (chip) {
      speakAs(chip.dataset.as);
      quietly(() => say(chip.dataset.say));
    } else if (forward && state.now !== null) {
      quietly(() => turn(time.forward(forward.dataset.forward, now())));
    }
  });
  const clockInput = $('clock-input');
  clockInput.parentElement.addEventListener('click', () => {
    clockInput.value = time.inputValue(now());
    clockInput.showPicker?.();
  });
  clockInput.addEventListener('change', () => {
    if (clockInput.value) {
      quietly(() => turn(time.fromInput(clockInput.value)));
    }
  });
  click('add-group', addGroup);
  click('add-person', addPerson);
  click('private', async () => togglePrivate());
  for (const suffix of ['', '-phone']) {
    click('demo' + suffix, async () => { showSidebar(false); await loadDemo('示范团队'); });
    click('demo-chain' + suffix, async () => { showSidebar(false); await loadDemo('示范连锁'); });
    click('demo-contest' + suffix, async () => { showSidebar(false); await loadDemo('示范竞赛'); });
    click('reset' + suffix, async () => { showSidebar(false); await resetAll(); });
    click('help' + suffix, async () => { showSidebar(false); setGuide(true); });
  }
  click('guide-close', async () => setGuide(false));
  $('ask-cancel').addEventListener('click', () => $('ask').close(''));
  $('menu').addEventListener('click', () => showSidebar(!document.body.classList.contains('side-open')));
  $('shade').addEventListener('click', () => showSidebar(false));
}

async function start() {
  wire();
  await quietly(refresh);
  const first = groups()[0];
  open(first);
  // The next poll waits for the last one, so a slow answer never piles them up.
  const poll = async () => {
    if (!document.hidden) {
      await quietly(refresh);
    }
    setTimeout(poll, 1000);
  };
  setTimeout(poll, 1000);
}

start();
