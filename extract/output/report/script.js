"use strict";
// The filters: kinds of annotation that are not wanted lose their colour and their list; with a speaker chosen, only
// what that speaker said stays. Without this script everything is shown.
(function () {
  var boxes = document.querySelectorAll("[data-filter]");
  var speakers = document.querySelector("[data-speakers]");
  function off() {
    var kinds = {};
    boxes.forEach(function (b) { kinds[b.dataset.filter] = !b.checked; });
    return kinds;
  }
  function apply() {
    var hidden = off(), who = speakers ? speakers.value : "";
    document.querySelectorAll(".text a").forEach(function (a) {
      var kinds = a.dataset.kinds || (a.dataset.kinds = a.className);
      var left = kinds.split(" ").filter(function (k) {
        var group = k === "conversion" ? "money" : k === "speaker" || k === "cue" ? "quote" : k;
        return !hidden[group] && !(who && group === "quote" && a.dataset.speaker !== who);
      });
      a.className = left.length ? left.join(" ") : "off";
    });
    document.querySelectorAll("[data-list]").forEach(function (s) { s.hidden = !!hidden[s.dataset.list]; });
    document.querySelectorAll(".side li[data-speaker]").forEach(function (li) { li.hidden = !!who && li.dataset.speaker !== who; });
  }
  boxes.forEach(function (b) { b.addEventListener("change", apply); });
  if (speakers) { speakers.addEventListener("change", apply); }
})();
