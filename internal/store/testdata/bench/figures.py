"""Counts in pandas, for BenchmarkFigures, the indicators of pandasSet: whole, in pools of three cohorts and by each breakdown.

Takes the folder with the csv files. The last line tells how many seconds it took to make the facts ready, and to count;
reading the files is not in them. With a second argument the figures go into that file, a line each as figureLine writes them.
"""
import json
import sys
import time

import numpy as np
import pandas as pd

AS_OF, KNOWN_AT, FIRST, LAST = pd.Timestamp("2017-06-30"), 4, 2006, 2017
KEY = {"applications": ["programme", "application_id"], "residency": ["programme", "trainee_id", "observed_on", "source"]}


def read(name, *dates):
    texts = {c: "string" for c in ["kommune", "home_kommune", "org_no", "company"]}
    return pd.read_csv(f"{sys.argv[1]}/{name}.csv", dtype=texts, parse_dates=list(dates))


def newest(facts, name, day):
    facts = facts[facts.batch <= KNOWN_AT]
    facts = facts.sort_values("batch", kind="stable").drop_duplicates(KEY[name], keep="last")
    return facts[~facts.removed.astype(bool) & (facts[day] <= AS_OF)] if "removed" in facts else facts[facts[day] <= AS_OF]


def inside(facts, kommune):
    """Whether the municipality is in the programme's region; None where none is given."""
    joined = facts[["programme", kommune]].merge(member, how="left", left_on=["programme", kommune], right_on=["programme", "kommune"], suffixes=("", "_m"))
    within = joined.inside.fillna(False).astype(bool).to_numpy()
    return pd.Series(np.where(facts[kommune].isna(), np.nan, within), index=facts.index)


def education(level):
    names = {0: "compulsory", 1: "compulsory", 2: "compulsory", 3: "upper_secondary", 4: "upper_secondary", 5: "post_secondary", 6: "bachelor", 7: "master", 8: "doctorate"}
    return level.map(names).fillna("unknown")


def mobility(home, tie, lives):
    here = (home == 1) | (tie == "grew_up")
    return np.select([here & (lives == 0), here, home.notna() | tie.notna()], ["moved_back", "grew_up", "newcomer"], "unknown")


figures = []


def count(indicator, rows, subject, breakdowns):
    """rows: programme, cohort, subject, outcome (1, 0 or nan), mature, and the breakdowns."""
    person = rows.groupby(["programme", "cohort", subject], sort=False, as_index=False).agg(
        {"outcome": "max", "mature": "max", **{b: "first" for b in breakdowns}})
    everyone = person.groupby(["programme", subject], sort=False, as_index=False).agg(
        {"outcome": "max", "mature": "max", **{b: "first" for b in breakdowns}}).assign(cohort="all")
    told = pd.concat([person, everyone])
    for by in [None, *breakdowns]:
        add(indicator, told, by)
    for first in range(FIRST, LAST - 1):
        pool = person[person.cohort.astype(int).between(first, first + 2)]
        pool = pool.groupby(["programme", subject], sort=False, as_index=False).agg({"outcome": "max", "mature": "max"})
        if len(pool):
            add(indicator, pool.assign(cohort=f"{first}–{first + 2}"), None)


def add(indicator, told, by):
    keys = ["programme", "cohort"] + ([by] if by else [])
    mature, known = told.mature == 1, told.outcome.notna()
    cells = pd.DataFrame({**{k: told[k] for k in keys}, "a": mature & (told.outcome == 1), "b": mature & known, "c": mature & ~known, "d": ~mature})
    cells = cells.groupby(keys)[["a", "b", "c", "d"]].sum().reset_index()
    every = cells.groupby(keys[1:])[["a", "b", "c", "d"]].sum().reset_index().assign(programme="all")
    for r in pd.concat([cells, every]).itertuples():
        figures.append("|".join(map(str, [indicator, r.programme, r.cohort, by or "", getattr(r, by) if by else "", "", r.a, r.b, r.c, r.d, 0])))


member = read("member").assign(inside=True)
applications, trainees = read("applications", "submitted_on"), read("trainees", "started_on", "planned_end_on", "ended_on")
placements, companies = read("placements", "started_on"), read("companies")
offers, residency = read("offers", "offered_on"), read("residency", "observed_on")
centrality = pd.read_csv("../../queries/centrality.csv", sep=";", comment="#", dtype=str)[["kommune", "centrality"]]
started = time.perf_counter()

applications = newest(applications, "applications", "submitted_on")
applications["cohort"] = applications.cohort.astype(str)
applications["home"], applications["lives"] = inside(applications, "home_kommune"), inside(applications, "kommune")
applicants = applications.sort_values(["submitted_on", "application_id"]).drop_duplicates(["programme", "applicant_id"], keep="last")
applicants = applicants.drop(columns=["cohort", "assessment"]).rename(columns={"education_level": "level"})
traits = pd.DataFrame({
    "programme": applicants.programme, "applicant_id": applicants.applicant_id, "gender": applicants.gender.fillna("unknown"), "education": education(applicants.level),
    "field": applicants.field.fillna("unknown"), "mobility": mobility(applicants.home, applicants.tie, applicants.lives), "channel": applicants.channel.fillna("unknown")})
applications = applications[["programme", "applicant_id", "cohort", "assessment"]].merge(traits, on=["programme", "applicant_id"])
applications["well"] = np.where(applications.assessment.isna(), np.nan, applications.assessment == "well_qualified")

trainees = trainees[trainees.started_on <= AS_OF].merge(applicants, how="left", on=["programme", "applicant_id"], suffixes=("", "_a"))
for name in ["field", "home_kommune", "tie", "gender"]:
    trainees[name] = trainees[name].where(trainees[name].notna(), trainees[name + "_a"])
trainees["education"] = education(trainees.education_level.fillna(trainees.level))
trainees["mobility"] = mobility(inside(trainees, "home_kommune"), trainees.tie, trainees.lives)
trainees["gender"], trainees["field"] = trainees.gender.fillna("unknown"), trainees.field.fillna("unknown")
hosts = placements[placements.started_on <= AS_OF].sort_values(["started_on", "module"]).drop_duplicates(["programme", "trainee_id"])
hosts = hosts.merge(companies, how="left", left_on=["programme", "company"], right_on=["programme", "org_no"]).merge(centrality, how="left", on="kommune")
trainees = trainees.merge(hosts[["programme", "trainee_id", "sector", "centrality"]], how="left", on=["programme", "trainee_id"])
trainees["host_sector"], trainees["centrality"] = trainees.sector.fillna("unknown"), trainees.centrality.fillna("unknown")
trainees["completed"] = (trainees.exit_reason == "completed") & (trainees.ended_on <= AS_OF)
trainees["under_way"] = trainees.ended_on.fillna(trainees.planned_end_on) > AS_OF
trainees["cohort"], trainees["origin"] = trainees.cohort.astype(str), trainees.home_kommune.fillna("unknown")

residency = newest(residency, "residency", "observed_on")
residency["inside"] = np.select([residency.status == "resident", residency.status == "emigrated"], [inside(residency, "kommune").fillna(0), 0.0], np.nan)
residency["rank"] = residency.source.map({"register": 1, "survey": 2, "employer": 3}).fillna(4)
sighted = residency[residency.status != "unknown"].sort_values(["observed_on", "rank"], ascending=[False, True]).drop_duplicates(["programme", "trainee_id"])
fresh = sighted.observed_on + pd.DateOffset(months=18) >= AS_OF
works = sighted.works_in_region.map({True: 1.0, False: 0.0, "true": 1.0, "false": 0.0})
sighted["stays"] = np.select([~fresh, sighted.inside == 0, works == 0, (sighted.inside == 1) & (works == 1)], [np.nan, 0.0, 0.0, 1.0], np.nan)
ready = time.perf_counter()

FIVE, SIX = ["gender", "education", "field", "mobility", "channel"], ["gender", "education", "field", "mobility", "host_sector", "centrality"]
count("applicants", applications.assign(outcome=1.0, mature=1), "applicant_id", FIVE)
count("qualified_applicant_rate", applications.rename(columns={"well": "outcome"}).assign(mature=1), "applicant_id", FIVE)
count("trainees_hired", trainees.assign(outcome=1.0, mature=1), "trainee_id", [*SIX, "origin"])
leavers = trainees[trainees.completed | trainees.under_way]
leavers = leavers.assign(mature=leavers.completed.astype(int))
offered = offers[offers.offered_on <= AS_OF]
offered = offered[offered.member_company.astype(bool) | (inside(offered, "kommune") == 1)][["programme", "trainee_id"]].drop_duplicates().assign(outcome=1.0)
count("job_offer_rate", leavers.merge(offered, how="left", on=["programme", "trainee_id"]).fillna({"outcome": 0.0}), "trainee_id", SIX)
stays = sighted[["programme", "trainee_id", "stays"]].rename(columns={"stays": "outcome"})
count("regional_retention_now", leavers.merge(stays, how="left", on=["programme", "trainee_id"]), "trainee_id", SIX)
done = time.perf_counter()

if len(sys.argv) > 2:
    with open(sys.argv[2], "w") as out:
        out.write("\n".join(figures))
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"Ready": ready - started, "Counted": done - ready, "Kilobytes": peak}))
