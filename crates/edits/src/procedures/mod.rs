//! Procedures: can each code and modifier be, and do they go together?

mod both_sides_counted_twice;
mod both_sides_on_one_line;
mod early_screening_result_missing;
mod inpatient_procedure_malformed;
mod inpatient_procedure_unknown;
mod laboratory_number_missing;
mod listed;
mod mammography_number_missing;
mod modifier_against_fee_schedule;
mod modifier_for_visits_only;
mod modifier_malformed;
mod modifier_not_for_visits;
mod modifier_not_listed;
mod modifier_of_facilities;
mod modifier_order;
mod modifier_repeated;
mod modifiers_exclude_each_other;
mod modifiers_too_many;
mod outside_laboratory_unnamed;
mod procedure_code_malformed;
mod procedure_missing;
mod procedure_not_in_effect;
mod procedure_number_out_of_range;
mod procedure_qualifier_unknown;
mod procedure_unknown;
mod rate_code_malformed;
mod technical_part_in_hospital;
mod telehealth_modifier_elsewhere;
mod telehealth_modifier_missing;
mod unit_of_measure_unknown;
mod unit_of_visits_not_whole;
mod units_missing;
mod units_not_positive;
mod units_too_precise;
mod unlisted;
mod unlisted_procedure_undescribed;

use crate::Edit;

/// All of them.
pub(crate) static EDITS: &[&Edit] = &[
    &procedure_missing::EDIT,
    &procedure_code_malformed::EDIT,
    &procedure_number_out_of_range::EDIT,
    &rate_code_malformed::EDIT,
    &unlisted_procedure_undescribed::EDIT,
    &modifier_malformed::EDIT,
    &modifier_repeated::EDIT,
    &modifiers_too_many::EDIT,
    &modifiers_exclude_each_other::EDIT,
    &modifier_for_visits_only::EDIT,
    &modifier_not_for_visits::EDIT,
    &both_sides_counted_twice::EDIT,
    &modifier_of_facilities::EDIT,
    &modifier_order::EDIT,
    &technical_part_in_hospital::EDIT,
    &telehealth_modifier_elsewhere::EDIT,
    &telehealth_modifier_missing::EDIT,
    &units_not_positive::EDIT,
    &units_missing::EDIT,
    &units_too_precise::EDIT,
    &unit_of_visits_not_whole::EDIT,
    &laboratory_number_missing::EDIT,
    &outside_laboratory_unnamed::EDIT,
    &mammography_number_missing::EDIT,
    &procedure_unknown::EDIT,
    &procedure_not_in_effect::EDIT,
    &modifier_not_listed::EDIT,
    &inpatient_procedure_malformed::EDIT,
    &inpatient_procedure_unknown::EDIT,
    &procedure_qualifier_unknown::EDIT,
    &unit_of_measure_unknown::EDIT,
    &early_screening_result_missing::EDIT,
    &both_sides_on_one_line::EDIT,
    &modifier_against_fee_schedule::EDIT,
];
