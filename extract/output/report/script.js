"use strict";
// The filters: kinds of annotation that are not wanted lose their colour and their lists; with a speaker chosen, only
// what that speaker said stays. The card: what an annotation means, at a pointer's rest, at the focus and at a tap. Without
// this script everything is shown, and the browser's own tips tell what the card does.
(function () {
  var boxes = document.querySelectorAll("[data-filter]");
  var speakers = document.querySelector("[data-speakers]");
  var marks = document.querySelectorAll(".text [data-marks]");
  var card = document.querySelector(".card");
  var pinned = false;

  function apply() {
    var hidden = {}, who = speakers ? speakers.value : "";
    boxes.forEach(function (b) { hidden[b.dataset.filter] = !b.checked; });
    marks.forEach(function (a) {
      var left = a.dataset.kinds.split(" ").filter(function (k) {
        var group = k === "conversion" ? "money" : k === "speaker" || k === "cue" ? "quote" : k;
        return !hidden[group] && !(who && group === "quote" && a.dataset.speaker !== who);
      });
      a.className = left.length ? left.join(" ") : "off";
      if (a.href) { a.tabIndex = left.length ? 0 : -1; }
    });
    document.querySelectorAll("section[data-list]").forEach(function (s) { s.hidden = !!hidden[s.dataset.list]; });
    document.querySelectorAll(".side li[data-speaker]").forEach(function (li) { li.hidden = !!who && li.dataset.speaker !== who; });
  }

  function line(parent, tag, text) {
    var e = document.createElement(tag);
    e.textContent = text;
    parent.appendChild(e);
    return e;
  }

  function show(a, pin) {
    if (a.className === "off" || pinned && !pin) { return; }
    pinned = pin;
    card.toggleAttribute("data-pinned", pin); // else it lets the pointer through to what it covers
    card.textContent = "";
    line(card, "b", a.textContent).lang = a.closest("[lang]").lang;
    a.dataset.note.split("\n").forEach(function (note) { line(card, "p", note); });
    if (pin) {
      line(card, "a", card.dataset.list).href = a.getAttribute("href");
      var close = line(card, "button", card.dataset.close);
      close.type = "button";
      close.addEventListener("click", function () { hide(true); a.focus(); });
    }
    card.hidden = false;
  }

  function hide(all) {
    if (pinned && !all) { return; }
    pinned = false;
    card.hidden = true;
  }

  marks.forEach(function (a) {
    a.dataset.kinds = a.className;
    if (!a.href) { return; }
    a.dataset.note = a.title;
    a.removeAttribute("title");
    a.addEventListener("mouseenter", function () { show(a, false); });
    a.addEventListener("mouseleave", function () { hide(false); });
    a.addEventListener("focus", function () { show(a, false); });
    a.addEventListener("blur", function () { hide(false); });
    a.addEventListener("click", function (event) {
      if (matchMedia("(max-width: 60rem)").matches) { // the list is far away: the card says it here
        event.preventDefault();
        show(a, true);
      }
    });
  });
  addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(true); } });
  boxes.forEach(function (b) { b.addEventListener("change", apply); });
  if (speakers) { speakers.addEventListener("change", apply); }
  apply(); // what the browser remembers of the form
})();
